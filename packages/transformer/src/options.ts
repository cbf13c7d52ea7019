/** What a caller of `instrument` may ask for. */
import type { RawSourceMap } from 'source-map';

/** Which functions of one file are profiled. */
export type FileSelection =
  /** What `@profile` marks. */
  | { readonly kind: 'marks' }
  /** Every function that has a name, and the module's own statements; marks still count. */
  | { readonly kind: 'all' }
  /** Functions by name: `work`, `Grid.step`, `outer.inner`; marks still count. */
  | { readonly kind: 'functions'; readonly names: readonly string[] };

export interface InstrumentOptions {
  /** Absolute path, or what the pipeline calls the file. Its extension decides the syntax. */
  readonly filename: string;
  /** `off` weaves hit counters only. */
  readonly timing: 'exact' | 'off';
  /** Default: `{ kind: 'marks' }`. */
  readonly selection?: FileSelection;
  /** Map of `source` itself, when it was compiled from something: the result's map then points there. */
  readonly inputSourceMap?: RawSourceMap;
}
