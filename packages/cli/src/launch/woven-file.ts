/** What weaving a file came to, as it travels between processes and runs. */
import type { FunctionDescription, ProfiledFile, SiteTable } from '@kernts/runtime';
import type { FileSelection } from '@kernts/transformer';

/** Parses and weaves; kept behind a function because loading the parser costs more than all else at start. */
export type WeaveText = (path: string, source: string, selection: FileSelection, timing: 'exact' | 'off') => WovenFile;

export interface WovenFile {
  /** Null: nothing to weave in it, or it cannot be parsed. */
  readonly code: string | null;
  /** Names of the functions that are profiled. */
  readonly functions: readonly string[];
  /** Null when the file names no source map. */
  readonly compiled: CompiledFile | null;
  readonly remarks: readonly Remark[];
  readonly syntaxError: SyntaxErrorAt | null;
}

/** A compiled file's description with every place in its original, so that the runtime counts lines of the original. */
export interface CompiledFile {
  /** Names begin with an index into `originals` and a colon. */
  readonly functions: readonly FunctionDescription[];
  readonly sites: SiteTable;
  readonly originals: readonly ProfiledFile[];
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
