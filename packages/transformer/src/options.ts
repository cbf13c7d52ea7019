/** What a caller of `instrument` may ask for. */
import type { TimingMode } from '@kernts/runtime/probe-abi';
import type { RawSourceMap } from 'source-map';

/** Which functions of one file are profiled. */
export type FileSelection =
  /** What `@profile` marks. */
  | { readonly kind: 'marks' }
  /** Every function that has a name, and the module's own statements; marks still count. */
  | { readonly kind: 'all' }
  /** Functions by name: `work`, `Grid.step`, `outer.inner`; marks still count. */
  | { readonly kind: 'functions'; readonly names: readonly string[] };

/**
 * How a file gets hold of its probes. `ahead`: as constants, which V8 reads for nothing; where a function may run before
 * its module does, `on-demand` is taken instead. `on-demand`: as variables, when the first of them is needed; a script
 * that shares its scope with others needs that.
 */
export type Binding = 'ahead' | 'on-demand';

export interface InstrumentOptions {
  /** Absolute path, or what the pipeline calls the file. Its extension decides the syntax. */
  readonly filename: string;
  /** `off` weaves hit counters only; `auto` what can be timed by the clock or by a sampler. */
  readonly timing: TimingMode;
  /** Default: `{ kind: 'marks' }`. */
  readonly selection?: FileSelection;
  /** Default: `ahead`. */
  readonly binding?: Binding;
  /** Map of `source` itself, when it was compiled from something: the result's map then points there. */
  readonly inputSourceMap?: RawSourceMap;
}
