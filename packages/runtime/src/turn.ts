/** Buries what a turn of the event loop leaves on the shadow stack: when a microtask runs, no frame can be alive. */
import { now } from './clock.js';
import { buryAll } from './frames.js';
import { room, top } from './stack.js';

const { queueMicrotask } = globalThis;

/** Depth 1 is out of bounds for sampled activations while nobody has said what happens at the end of the turn. */
const [ARMED, NOT_ARMED] = [1, 2];

function bury(): void {
  room[0] = NOT_ARMED;
  if (top[0] !== 0) buryAll(now());
}

export function buryAtEndOfTurn(): void {
  if (room[0] === ARMED) return;
  room[0] = ARMED;
  queueMicrotask(bury);
}
