/** What activations that are sampled do to the shadow stack now and then. */
import { now } from './clock.js';
import { buryFrame } from './frames.js';
import { isLeftAt, published, top } from './stack.js';

/** Frames on top whose caller has gone on. */
export function buryWhatIsLeft(): void {
  const time = now();
  while (isLeftAt(top[0]!)) {
    buryFrame(top[0]!, null, time);
    top[0]! -= 1;
  }
}

/** Makes a sampled frame the topmost again. */
export function makeSampledTop(depth: number, caught: boolean): void {
  if (top[0]! > depth) {
    const time = now();
    for (let above = top[0]!; above > depth; above--) buryFrame(above, caught ? time : null, time);
  }
  published.entry[depth] = Math.abs(published.entry[depth]!);
  top[0] = depth;
}
