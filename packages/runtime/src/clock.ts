/**
 * The clock that lines are timed with: wall time in milliseconds, as a double, without what kernts itself has cost.
 *
 * `process.hrtime.bigint()` stored straight into a `BigInt64Array` is the cheapest of Node's clocks: V8 makes a plain
 * store of eight bytes of it and allocates no BigInt. It is taken before the program runs, so that a test which
 * replaces it with a fake changes nothing here.
 */
import { sharedDoubles } from './slots.js';

const readNanoseconds = process.hrtime.bigint;
const nanoseconds = new BigInt64Array(1);
const halves = new Uint32Array(nanoseconds.buffer);
nanoseconds[0] = 1n;
const [low, high] = halves[0] === 1 ? [0, 1] : [1, 0];

export type RawClock = () => number;

let rawClock: RawClock = () => {
  nanoseconds[0] = readNanoseconds();
  return (halves[high]! * 4294967296 + halves[low]!) * 1e-6;
};

/** [0] what the readings so far have cost, [1] what one reading costs, both in ms; [2] readings. */
export const debt = sharedDoubles(3);
/** Where `debt` counts the readings. */
export const READINGS = 2;

/** Wall time in ms. */
export function wallNow(): number {
  return rawClock();
}

/** Wall time less what kernts has cost. Each call counts as one reading. */
export function now(): number {
  debt[2]! += 1;
  return rawClock() - (debt[0]! += debt[1]!);
}

/** The wall time that belongs to a virtual time of just now: a suspension is waited for by the clock on the wall. */
export function wallOf(time: number): number {
  return time + debt[0]!;
}

/** Tests hand in a clock that they move by hand; returns the undo. */
export function replaceClock(clock: RawClock, costMs: number): () => void {
  const [before, costBefore] = [rawClock, debt[1]!];
  rawClock = clock;
  debt[1] = costMs;
  return () => {
    rawClock = before;
    debt[1] = costBefore;
  };
}

/** Runs kernts' own slow work so that it is not charged to the user's line. */
export function offTheClock<T>(work: () => T): T {
  const start = rawClock();
  const result = work();
  // The reading that began this is not in the difference.
  debt[0]! += rawClock() - start + debt[1]!;
  return result;
}
