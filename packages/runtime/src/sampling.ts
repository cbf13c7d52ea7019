/**
 * Which activations are sampled instead of timed by the clock. A clock reading costs more than a short line takes, so
 * a function whose lines turn out to be short only publishes its open line, on the shadow stack, and another thread
 * looks at it. Bodies that can be suspended stay with the clock.
 */
import { debt } from './clock.js';
import { sampleFrame } from './frames.js';
import { type FileSlots, sharedDoubles, sharedInts } from './slots.js';
import { stack } from './stack.js';

/** After so many stays by the clock, again and again, it is seen whether a function is to be sampled. */
const ENOUGH_STAYS = 1_000;
/** Mean stay below which it is, in ms. */
const SHORT_MS = 0.001;

/** [0]: 1 while a sampler looks at this thread. */
export const sampler = sharedInts(1);

/** [0]: samples that found a sampled line. */
export const samplesSeen = sharedDoubles(1);

/** How to ask for a sampler; absent where every line stays with the clock. */
export const sampling: { request: (() => void) | null } = { request: null };

/** Called at each line boundary by the clock. */
export function considerSampling(file: FileSlots, depth: number, time: number, elapsed: number): void {
  const activation = stack.activation[depth]!;
  const stays = (file.clockedStays[activation]! += 1);
  const total = (file.clockedTime[activation]! += elapsed);
  if (stays % ENOUGH_STAYS !== 0) return;
  // What a reading was measured to cost at start is subtracted already; what is left of the probe is the line's here.
  if (total / stays >= SHORT_MS + debt[1]!) return;
  if (sampler[0] === 0) {
    sampling.request?.();
    return;
  }
  file.isSampled[activation] = 1;
  sampleFrame(file, depth, time);
}
