/** What an export's times mean, for the formats that have a place for remarks. */
import { shortList } from '../../short-list.js';
import { visible } from '../../visible-text.js';
import { clipped } from './clipped.js';
import type { FunctionCosts } from './line-costs.js';

export function timeRemark(functions: readonly FunctionCosts[], timed: boolean): string {
  if (!timed) return 'none were taken (--timing off), there are only hits';
  const overlapping = functionsThatOverlap(functions);
  const meaning = 'of the line itself, without the profiled functions that it calls and without suspension';
  if (overlapping.length === 0) return meaning;
  return `${meaning}; but with them in ${shortList(overlapping)}, of which the profile does not say more, so that sums count those twice`;
}

/** Their lines' times contain those of other lines, as far as anyone knows. */
export function functionsThatOverlap(functions: readonly FunctionCosts[]): readonly string[] {
  return functions.filter(({ timeIs }) => timeIs === 'with-callees').map(({ name }) => clipped(visible(name), 80));
}
