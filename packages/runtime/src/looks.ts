/**
 * When the sampler last looked: a clock that costs a load. It tells how long a sampled activation was suspended, as right
 * in the mean as samples are: a wait that is shorter than the time between two looks counts as nothing or as all of it.
 */
import { wallNow } from './clock.js';
import { sampler } from './sampling.js';
import { sharedDoubles } from './slots.js';

/** [0]: wall time of the last look, in ms. [1]: how long after the one before it was. */
export const looks = sharedDoubles(2);

/** Where `sampler` says that the sampler is asleep, because nothing profiled runs. */
export const ASLEEP = 1;

/** Where the profiled thread says that it ends. */
export const OVER = 2;

/** Wall time in ms. */
export function lastLook(): number {
  if (sampler[ASLEEP] === 1) wake();
  return looks[0]!;
}

/** Nobody looks any more, from now on. */
export function stopLooking(): void {
  sampler[OVER] = 1;
  wake();
}

function wake(): void {
  looks[0] = wallNow();
  sampler[ASLEEP] = 0;
  Atomics.notify(sampler, ASLEEP);
}
