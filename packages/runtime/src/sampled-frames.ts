/** What activations that are sampled do to the shadow stack now and then. */
import { now } from './clock.js';
import { buryAbove } from './frames.js';
import { published, top } from './stack.js';

/** Makes a sampled frame the topmost again. */
export function makeSampledTop(depth: number, caught: boolean): void {
  if (top[0]! > depth) buryAbove(depth, caught, now());
  published.entry[depth] = Math.abs(published.entry[depth]!);
  top[0] = depth;
}
