/** Two profiles side by side, as what a report of their difference shows. */
import type { Profile, TimingMode } from '@kernts/runtime';
import { type Listing, type Report, reportFrom } from '../rows.js';
import { everything, type Selection } from '../selection.js';
import { type Change, changeOf, measuredFunction, measuredLine } from './change.js';
import { type FunctionPair, matchFunctions } from './match-functions.js';
import { type LineMatch, matchLines } from './match-lines.js';
import { type Total, totalChange } from './total.js';

export interface Comparison extends Total {
  /** False where one of them has hits only. */
  readonly timed: boolean;
  readonly modes: { readonly before: TimingMode; readonly after: TimingMode };
  /** The largest change first. */
  readonly functions: readonly FunctionChange[];
  readonly removed: readonly Listing[];
  readonly added: readonly Listing[];
}

export interface FunctionChange {
  readonly before: Listing;
  readonly after: Listing;
  readonly time: Change;
  readonly lines: readonly LineChange[];
}

/** `time` of a line that is in both. */
export type LineChange =
  | (Extract<LineMatch, { readonly kind: 'same' | 'moved' | 'edited' }> & { readonly time: Change })
  | Extract<LineMatch, { readonly kind: 'removed' | 'added' }>;

/** Null where the two have no function in common. */
export function compareProfiles(
  before: Profile,
  after: Profile,
  { functions, files }: Pick<Selection, 'functions' | 'files'>,
): Comparison | null {
  const selection = { ...everything, functions, files };
  const [one, other] = [reportFrom(before, selection), reportFrom(after, selection)];
  const { pairs, removed, added } = matchFunctions(one.listings, other.listings);
  if (pairs.length === 0) return null;
  const changes = pairs.map((pair) => ({
    ...pair,
    time: changeOf(measuredFunction(pair.before, one), measuredFunction(pair.after, other)),
    lines: linesOf(pair, one, other),
  }));
  return {
    timed: one.timed && other.timed,
    modes: { before: before.timing.mode, after: after.timing.mode },
    ...totalChange(one, other, pairs),
    functions: changes.sort((a, b) => Math.abs(b.time.changeNs) - Math.abs(a.time.changeNs)),
    removed,
    added,
  };
}

function linesOf({ before, after }: FunctionPair, one: Report, other: Report): readonly LineChange[] {
  return matchLines(before.rows, after.rows).map((match) => {
    if (match.kind === 'removed' || match.kind === 'added') return match;
    const time = changeOf(measuredLine(match.before.cells, one), measuredLine(match.after.cells, other));
    return { ...match, time };
  });
}
