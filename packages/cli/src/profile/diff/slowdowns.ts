/** What got slower by more than a limit, beyond doubt as far as the profiles tell. */
import type { Slowdown } from '../../messages/comparing.js';
import type { Change } from './change.js';
import type { Comparison } from './compare.js';

/** Part of the total before: what grew by less matters to nobody, whatever part of itself it is. */
const LEAST_OF_TOTAL = 0.01;

/** `limit`: part of the time before. The change counts without its noise, so that noise alone exceeds no limit. */
export function slowdowns({ total, functions }: Comparison, limit: number): readonly Slowdown[] {
  const least = LEAST_OF_TOTAL * total.beforeNs;
  const slower = ({ changeNs, noiseNs, beforeNs }: Change): boolean => {
    const certainNs = changeNs - noiseNs;
    return certainNs > least && certainNs > limit * beforeNs;
  };
  return [
    ...(slower(total) ? [{ name: null, share: total.share }] : []),
    ...functions.filter(({ time }) => slower(time)).map(({ after, time }) => ({ name: after.name, share: time.share })),
  ];
}
