/** A program that waits, and measures by itself for how long: Await must be that, and Time only what it computes. */
import { HEAD } from './cases.js';

const ACTIVATIONS = 4;
export const TURNS = 100;

/** The lines are named; what the program measured of `timer` and `resolved` stands in `measured`, in ms. */
export const awaiting = `${HEAD}export const measured = { timer: 0, resolved: 0 };
const timer = () => new Promise((resolve) => setTimeout(resolve, 3));
// @profile
async function turns(rounds) {
  for (let round = 0; round < rounds; round++) {
    memory[0] = steps(memory[0], 100_000); // = busy
    const first = performance.now();
    await timer(); // = timer
    measured.timer += performance.now() - first;
    memory[0] = steps(memory[0], 200_000); // = busier
    const second = performance.now();
    await null; // = resolved
    measured.resolved += performance.now() - second;
  }
}

export async function run(rounds) {
  await Promise.all(Array.from({ length: ${ACTIVATIONS} }, () => turns(rounds)));
  return memory[0];
}
`;

/** What the busy lines take, each in a loop of its own. */
export const busyLines = {
  busy: 'memory[0] = steps(memory[0], 100_000);',
  busier: 'memory[0] = steps(memory[0], 200_000);',
} as const;
