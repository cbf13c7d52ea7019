/**
 * The profile file `<script>.lprof`: JSON, UTF-8, one object of type {@link Profile}.
 *
 * Units and bases: every duration is in nanoseconds of wall time (fields end in `Ns`); lines are 1-based.
 * Readers accept `format === 'kernts-lprof'` with `version <= PROFILE_VERSION` and ignore fields they do not know.
 */

import type { TimingMode } from './probe-abi.js';

export type { TimingMode };

export const PROFILE_FORMAT = 'kernts-lprof';
export const PROFILE_VERSION = 1;

export interface Profile {
  readonly format: typeof PROFILE_FORMAT;
  readonly version: number;
  /** Nanoseconds per unit of every `…Ns` field. Always 1 in version 1. */
  readonly unitNs: 1;
  /** The command that was profiled: the script and its arguments, as the user typed them. */
  readonly command: readonly string[];
  /** `process.version` of the profiled program, e.g. `v20.20.2`. */
  readonly node: string;
  /** ISO 8601 time at which the program started. */
  readonly startedAt: string;
  /** Wall time from the start of the runtime to the snapshot. */
  readonly wallNs: number;
  readonly timing: Timing;
  readonly files: readonly ProfiledFile[];
  readonly functions: readonly ProfiledFunction[];
  /**
   * Who had which part of `functions`, where several processes or threads ran. Absent where one did, or where nobody
   * kept it: a merge of many profiles does not.
   */
  readonly shares?: readonly ThreadShare[];
}

/** What one thread of one process had. The shares of a profile add up to its `functions`. */
export interface ThreadShare {
  readonly pid: number;
  /** Node's `threadId`: 0 for the main thread. */
  readonly threadId: number;
  /** The process's own script and arguments; of a thread, its script. */
  readonly command: readonly string[];
  /** ISO 8601. Together with `pid` and `threadId` it tells shares apart, for systems use a `pid` again. */
  readonly startedAt: string;
  /** Wall time from the start of the thread's runtime to the snapshot. */
  readonly wallNs: number;
  /**
   * True where the thread ended without a last word: what it counted after its last writing is missing, of one under
   * `terminate()` the time of its last line.
   */
  readonly isCutOff: boolean;
  /** Only functions that it called, or spent time in. */
  readonly functions: readonly FunctionShare[];
}

export interface FunctionShare {
  /** Index into {@link Profile.functions}. */
  readonly fn: number;
  readonly calls: number;
  readonly totalNs: number;
  /** Ascending by line; only lines with hits or time. Empty where too many threads ran for a profile to hold them all. */
  readonly lines: readonly ProfiledLine[];
}

/** How the times came about. */
export interface Timing {
  readonly mode: TimingMode;
  /** What one line boundary was measured to cost; 0 with `off`. */
  readonly probeCostNs: number;
  /** How many line boundaries were timed. */
  readonly readings: number;
  /**
   * With `exact`: how much of `probeCostNs` a boundary may not have cost, where a line waits for its own results. Absent
   * where too little was timed to measure it.
   */
  readonly probeErrorNs?: number;
  /** With `auto`: how many times the sampler looked while a sampled line was open. */
  readonly samples?: number;
  /** With `auto`: what a boundary of a sampled line costs at most. Contained in sampled times, for V8 may hide it. */
  readonly sampledProbeCostNs?: number;
}

export interface ProfiledFile {
  /** Relative to the working directory (with `/`) when the file lies below it, else absolute. */
  readonly path: string;
  /** Lower-case hex SHA-256 of the source text as UTF-8. */
  readonly sha256: string;
  /** The source text that ran; null when it could not be kept. */
  readonly source: string | null;
}

export interface ProfiledFunction {
  /** `calcPoint`, `Grid.step`, `outer.inner`, `<module>`; `<anonymous>` where the language gives none. */
  readonly name: string;
  /** Index into {@link Profile.files}. */
  readonly file: number;
  /** Line of the `@profile` mark, or null when a selector chose the function. A listing starts here. */
  readonly markLine: number | null;
  /** First line of the function itself. */
  readonly line: number;
  readonly endLine: number;
  /** Activations of the function; functions written inside it that belong to its listing are not counted. */
  readonly calls: number;
  /** Time of the outermost activations, suspension left out: recursion never counts twice. */
  readonly totalNs: number;
  /** Ascending by line. Every line that holds a site stands here, also with 0 hits. */
  readonly lines: readonly ProfiledLine[];
}

export interface ProfiledLine {
  readonly line: number;
  /** How often the line's first site began. */
  readonly hits: number;
  /** Inclusive time of the line, suspension left out, the known cost of the probes subtracted. */
  readonly timeNs: number;
  /** Part of `timeNs` without the profiled lines that the line called. Absent with `--timing off`. */
  readonly selfNs?: number;
  /** Time that activations spent suspended in this line's `await` or `yield`. */
  readonly awaitNs: number;
  /** The longest single stay on the line; where it was sampled, to within two looks. */
  readonly maxNs: number;
  /**
   * How far `timeNs` may be too small: stays that an exception ended which code without probes caught,
   * so that their end was not seen. Absent when 0.
   */
  readonly uncertainNs?: number;
  /**
   * How many samples fell on the line, and the standard error of `timeNs`. Absent where all of it is by the clock; 0 where
   * hits of the line could fall between two looks and did.
   */
  readonly samples?: number;
  readonly standardErrorNs?: number;
  /** Standard error of `awaitNs`, where the sampler's looks timed suspensions. Absent where all of it is by the clock. */
  readonly awaitErrorNs?: number;
}
