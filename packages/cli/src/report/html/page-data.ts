/** What a written report hands to its page, as JSON: the contract between `html.ts` and `page/`. */
import type { Change } from '../../profile/diff/change.js';
import type { Listing } from '../../profile/rows.js';
import type { PackedCells } from './packed-cells.js';

export type PageData = ProfilePage | DiffPage;

export interface PageHead {
  readonly title: string;
  /** What is known of the run, in the order to show it. */
  readonly facts: readonly Fact[];
  /** False with `--timing off`. */
  readonly timed: boolean;
}

export interface ProfilePage extends PageHead {
  readonly kind: 'profile';
  readonly listings: readonly PackedListing[];
}

export interface DiffPage extends PageHead {
  readonly kind: 'diff';
  readonly functions: readonly FunctionDiff[];
}

/** A function that both profiles have, or one of them. Name and place are those after, where there are any. */
export interface FunctionDiff {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly in: 'both' | 'before' | 'after';
  readonly callsBefore: number;
  readonly callsAfter: number;
  readonly time: Change;
  readonly notes: readonly string[];
  readonly lines: readonly LineDiff[];
}

/** `old`: the text before of the edited line that follows. */
export type LineSign = 'same' | 'moved' | 'edited' | 'old' | 'removed' | 'added';

/** `null` where the side has no such line, or the line no numbers. Times in nanoseconds. */
export type LineDiff = readonly [
  sign: LineSign,
  lineBefore: number | null,
  lineAfter: number | null,
  hitsBefore: number | null,
  hitsAfter: number | null,
  timeBeforeNs: number | null,
  timeAfterNs: number | null,
  isNoise: 0 | 1,
  text: string,
];

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A listing whose rows are packed, see `packed-cells.ts`. */
export interface PackedListing extends Omit<Listing, 'rows'> {
  readonly notes: readonly string[];
  /** Runs of successive lines, each by its first line (1-based) and how many there are. */
  readonly runs: readonly LineRun[];
  /** The rows' texts, joined by line feeds, which no text contains. */
  readonly text: string;
  readonly cells: readonly PackedCells[];
}

export type LineRun = readonly [first: number, count: number];
