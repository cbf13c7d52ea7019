/** Buries what a turn of the event loop leaves on the shadow stack: when a microtask runs, no frame can be alive. */
import { now } from './clock.js';
import { buryAll } from './frames.js';
import { top } from './stack.js';

const { queueMicrotask } = globalThis;

let isArmed = false;

function bury(): void {
  isArmed = false;
  if (top[0] !== 0) buryAll(now());
}

export function buryAtEndOfTurn(): void {
  if (isArmed) return;
  isArmed = true;
  queueMicrotask(bury);
}
