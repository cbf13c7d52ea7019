/** What an export's times mean, for the formats that have a place for remarks. */
import type { Profile } from '@kernts/runtime';
import { shortList } from '../../short-list.js';
import { visible } from '../../visible-text.js';
import { clipped } from './clipped.js';
import { timeMeaningOf } from './line-costs.js';

export function timeRemark(profile: Profile): string {
  if (profile.timing.mode === 'off') return 'none were taken (--timing off), there are only hits';
  const meaning = 'of the line itself, without the profiled functions that it calls and without suspension';
  const overlapping = functionsThatOverlap(profile);
  if (overlapping.length === 0) return meaning;
  return `${meaning}; but with them in ${shortList(overlapping)}, of which the profile does not say more, so that sums count those twice`;
}

/** By their names: their lines' times contain those of other lines, as far as anyone knows. */
export function functionsThatOverlap(profile: Profile): readonly string[] {
  return profile.functions
    .filter((fn) => timeMeaningOf(profile, fn) === 'with-callees')
    .map(({ name }) => clipped(visible(name), 80));
}
