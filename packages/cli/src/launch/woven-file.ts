/** What weaving a file came to, as it travels between processes and runs. */
import type { FunctionDescription, ProfiledFile, SiteTable, TimingMode } from '@kernts/runtime';
import type { FileSelection } from '@kernts/transformer';

/** Parses and weaves; kept behind a function because loading the parser costs more than all else at start. */
export type WeaveText = (path: string, source: string, selection: FileSelection, timing: TimingMode) => WovenFile;

export interface WovenFile {
  /** Null: nothing to weave in it, or it cannot be parsed. */
  readonly code: string | null;
  /** Null when there is no code. */
  readonly description: DescribedFile | null;
  readonly remarks: readonly Remark[];
  readonly syntaxError: SyntaxErrorAt | null;
  /** Files whose texts had a say in this, besides the file itself and its map. */
  readonly dependsOn: readonly Dependency[];
}

/** The original of a compiled file, where its map does not carry the text. */
export interface Dependency {
  readonly path: string;
  /** Null: there was none that could be read. */
  readonly sha256: string | null;
}

/** What is counted in a woven file. */
export interface DescribedFile {
  readonly path: string;
  /** Of the text before weaving. */
  readonly sha256: string;
  readonly functions: readonly FunctionDescription[];
  readonly sites: SiteTable;
  /**
   * Of a compiled file: what it was compiled from. All places above are then in the originals, and the names begin
   * with an index into this list and a colon. Null when the file stands for itself.
   */
  readonly originals: readonly ProfiledFile[] | null;
}

export interface SyntaxErrorAt {
  readonly line: number;
  readonly column: number;
  readonly detail: string;
  readonly frame: string;
}

/** What the user should know about a place in a file. */
export interface Remark {
  readonly line: number;
  readonly message: string;
}

export interface Note {
  readonly path: string;
  readonly remarks: readonly Remark[];
}
