/** Two profiles side by side, as what a report of their difference shows. */
import type { Profile, TimingMode } from '@kernts/runtime';
import { type Listing, type Report, reportFrom } from '../rows.js';
import { everything, type Selection } from '../selection.js';
import { type Change, changeOf, type Measured, measuredLine, measuredTogether } from './change.js';
import { type FunctionPair, matchFunctions } from './match-functions.js';
import { type LineMatch, matchLines } from './match-lines.js';

export interface Comparison {
  /** False where one of them has hits only. */
  readonly timed: boolean;
  readonly modes: { readonly before: TimingMode; readonly after: TimingMode };
  /** The functions that both have, added up. */
  readonly total: Change;
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
  const measured = pairs.map((pair) => ({
    pair,
    before: measuredFunction(pair.before, one),
    after: measuredFunction(pair.after, other),
  }));
  const changes = measured.map(({ pair, before, after }) => ({
    ...pair,
    time: changeOf(before, after),
    lines: linesOf(pair, probeCostOf(one), probeCostOf(other)),
  }));
  return {
    timed: one.timed && other.timed,
    modes: { before: before.timing.mode, after: after.timing.mode },
    total: changeOf(
      measuredTogether(measured.map((sides) => sides.before)),
      measuredTogether(measured.map((sides) => sides.after)),
    ),
    functions: changes.sort((a, b) => Math.abs(b.time.changeNs) - Math.abs(a.time.changeNs)),
    removed,
    added,
  };
}

/** The errors of its lines, which are what its own total is made of. */
function measuredFunction(listing: Listing, report: Report): Measured {
  const lines = listing.rows.map(({ cells }) => measuredLine(cells, probeCostOf(report)));
  return { ...measuredTogether(lines), timeNs: listing.totalNs };
}

function linesOf({ before, after }: FunctionPair, costBefore: number, costAfter: number): readonly LineChange[] {
  return matchLines(before.rows, after.rows).map((match) => {
    if (match.kind === 'removed' || match.kind === 'added') return match;
    const time = changeOf(measuredLine(match.before.cells, costBefore), measuredLine(match.after.cells, costAfter));
    return { ...match, time };
  });
}

function probeCostOf({ sampling }: Report): number {
  return sampling?.probeCostNs ?? 0;
}
