/** Buries what a turn of the event loop leaves on the shadow stack: when a microtask runs, no frame can be alive. */
import { now } from './clock.js';
import { buryAll } from './frames.js';
import { top, UNUSED } from './stack.js';

const { queueMicrotask } = globalThis;

function bury(): void {
  if (top[0]! > 0) buryAll(now());
  top[0] = UNUSED;
}

/** To be called by whoever puts the first frame there: while `top` is `UNUSED`. */
export function buryAtEndOfTurn(): void {
  top[0] = 0;
  queueMicrotask(bury);
}
