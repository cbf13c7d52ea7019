/** What all functions took together, before and after. */
import type { Listing, Report } from '../rows.js';
import { type Change, changeOf, type Measured, measuredFunction, measuredOwn, measuredTogether } from './change.js';
import type { FunctionPair } from './match-functions.js';

/**
 * What is added up: the time that each function of each profile had by itself; or, where a profile does not know it, the
 * whole time of the functions that both have, so that what one calls of another counts twice.
 */
export type TotalOf = 'own-times' | 'inclusive-times';

export interface Total {
  readonly total: Change;
  readonly totalOf: TotalOf;
}

export function totalChange(before: Report, after: Report, pairs: readonly FunctionPair[]): Total {
  const [one, other] = [ownTimes(before), ownTimes(after)];
  if (one !== null && other !== null) return { total: changeOf(one, other), totalOf: 'own-times' };
  const whole = (side: 'before' | 'after', report: Report) =>
    measuredTogether(pairs.map((pair) => measuredFunction(pair[side], report)));
  return { total: changeOf(whole('before', before), whole('after', after)), totalOf: 'inclusive-times' };
}

/** Null where a line with time does not say how much of it is its own. */
function ownTimes(report: Report): Measured | null {
  const cells = report.listings.flatMap(cellsOf);
  if (cells.some(({ selfNs }) => selfNs === null)) return null;
  return measuredTogether(cells.map((line) => measuredOwn(line, report)));
}

function cellsOf({ rows }: Listing) {
  return rows.flatMap(({ cells }) => cells ?? []);
}
