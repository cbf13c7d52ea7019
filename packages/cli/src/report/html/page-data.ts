/** What a written report hands to its page, as JSON: the contract between `html.ts` and `page/`. */
import type { Listing } from '../../profile/rows.js';

export interface PageData {
  /** The command that was profiled. */
  readonly title: string;
  /** What is known of the run, in the order to show it. */
  readonly facts: readonly Fact[];
  /** False with `--timing off`. */
  readonly timed: boolean;
  readonly listings: readonly PackedListing[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A listing whose rows are packed: of 50,000 lines the names of the fields alone would be several megabytes. */
export interface PackedListing extends Omit<Listing, 'rows'> {
  readonly notes: readonly string[];
  /** Runs of successive lines, each by its first line (1-based) and how many there are. */
  readonly runs: readonly LineRun[];
  /** The rows' texts, joined by line feeds, which no text contains. */
  readonly text: string;
  readonly cells: readonly PackedCells[];
}

export type LineRun = readonly [first: number, count: number];

/** `row` is 0-based. Times in nanoseconds. */
export type PackedCells = readonly [
  row: number,
  hits: number,
  timeNs: number,
  awaitNs: number,
  perHitNs: number | null,
  maxNs: number,
  share: number | null,
  uncertainNs: number,
  isSampled: 0 | 1,
  standardErrorNs: number,
  awaitErrorNs: number,
  selfNs: number | null,
];
