/**
 * How each activation is timed with `--timing auto`. A clock reading costs more than a short line takes, so an activation
 * whose boundaries come thick and fast only publishes its open line, on the shadow stack, and another thread looks at it;
 * one whose lines are long is timed by the clock.
 */
import { debt, offTheClock } from './clock.js';
import { allSlots, type FileSlots, sharedDoubles, sharedInts } from './slots.js';

export const MODE = {
  /** By the clock, because it was not called twice within a short time. */
  rare: 0,
  /** By the clock, because its lines were seen to be long. */
  long: -1,
} as const;

/** A mode above 0 says that it is sampled, and how many frames may be below it before they are checked for dead ones. */
export function isSampledMode(mode: number): boolean {
  return mode > 0;
}

/** That of an activation that the sampler has doubts about: the next one that is not the outermost has the stack checked. */
export const ASKED = 1;

/** What the other modes are. */
let room = 256;

export function roomOnStack(): number {
  return room;
}

/** The sampler changes modes, too, and has the last word. `isAnswer`: the stack has been checked. */
export function makeRoom(frames: number, isAnswer: boolean): void {
  room = frames;
  for (const { modes } of allSlots) {
    // There may be thousands, and none to change.
    for (let activation = 1; activation < modes.length; activation++) {
      const mode = modes[activation]!;
      if (!isSampledMode(mode) || mode === frames || (mode === ASKED && !isAnswer)) continue;
      Atomics.compareExchange(modes, activation, mode, frames);
    }
  }
}

/**
 * Between two calls, in ms: what is called more rarely is timed by the clock, which costs next to nothing then, and its
 * calls could all fall between two looks. What is called more often goes over to sampling with its second call: V8 has
 * not begun to learn about it, so that calls of the clock's probes do not get in the way of what it optimises later.
 */
export const RARE_MS = 0.5;

/**
 * An activation in a loop goes over after so many readings, if their mean distance was less. In its first round ever, all
 * runs for the first time, kernts' own code as well, so that short lines take a few microseconds, and some far longer:
 * there it goes over if most took less than that. It has to be then: V8 collects feedback from about the second round on,
 * and what it has seen called it calls for good. The sampler gives back what turns out to be long.
 */
const FIRST_READINGS = 5;
const FIRST_QUICK_MS = 0.016;
const QUICK_MS = 0.002;
/** After so many readings, again and again, it is seen whether lines are short. */
const ENOUGH_READINGS = 256;
/** Mean time between a reading and the one before it, of whatever function, below which they are; in ms. */
const SHORT_MS = 0.001;
/** What such a time counts for at most: the machine may have done something else in between. */
const MOST_MS = 0.01;

/** See `StackView.sampler`. */
export const sampler = sharedInts(3);

/** See `StackView.seen`. */
export const samplesSeen = sharedDoubles(2);

/** How to ask for a sampler; absent where every line stays with the clock. */
export const sampling: { request: (() => void) | null } = { request: null };

/** [0]: when the clock was last read for a body that runs in one go. */
const lastReading = new Float64Array(1);

/** Longest time, in ms, that a program waits for its sampler. Without one, all goes by the clock. */
const PATIENCE_MS = 300;

/** A sampler is being started since before the program was; the first profiled file waits for it. */
export function awaitSampler(): void {
  if (sampling.request === null || sampler[0] === 1) return;
  sampling.request();
  offTheClock(() => Atomics.wait(sampler, 0, 0, PATIENCE_MS));
}

/** Called when an activation has begun by the clock: says how the next one begins. */
export function noteCall(file: FileSlots, activation: number, time: number): void {
  const pause = time - file.lastCall[activation]!;
  file.lastCall[activation] = time;
  if (file.modes[activation] === MODE.rare && pause < RARE_MS && sampler[0] === 1) goOverToSampling(file, activation);
}

/** Called at each round of a loop by the clock, after `noteReading`, and as that. */
export function noteRound(file: FileSlots, activation: number): boolean {
  if (file.modes[activation] !== MODE.rare || sampler[0] === 0) return false;
  const readings = file.recentReadings[activation]!;
  if (readings < FIRST_READINGS) return false;
  const isFirst = file.isWarm[activation] === 0;
  const isQuick = isFirst
    ? file.quickReadings[activation]! > readings / 2
    : file.recentTime[activation]! < readings * QUICK_MS;
  file.isWarm[activation] = 1;
  if (isQuick) goOverToSampling(file, activation);
  else if (isFirst) forgetReadings(file, activation);
  return isQuick;
}

function forgetReadings({ recentReadings, recentTime, quickReadings }: FileSlots, activation: number): void {
  recentReadings[activation] = 0;
  recentTime[activation] = 0;
  quickReadings[activation] = 0;
}

function goOverToSampling(file: FileSlots, activation: number): void {
  file.modes[activation] = room;
  file.wasSampled[activation] = 1;
}

/**
 * Called at each line boundary by the clock. Says whether the activation is to be sampled from now on. What counts is
 * how much of the program's time the readings take, so a function whose short lines are far between keeps them.
 */
export function noteReading(file: FileSlots, activation: number, time: number): boolean {
  const readings = (file.recentReadings[activation]! += 1);
  const sinceLast = time - lastReading[0]!;
  const elapsed = (file.recentTime[activation]! += Math.min(sinceLast, MOST_MS));
  if (sinceLast < FIRST_QUICK_MS) file.quickReadings[activation]! += 1;
  lastReading[0] = time;
  if (readings < ENOUGH_READINGS) return false;
  forgetReadings(file, activation);
  // What a reading was measured to cost at start is subtracted already; what is left of the probe is the line's here.
  if (elapsed / readings >= SHORT_MS + debt[1]! || sampler[0] === 0) return false;
  goOverToSampling(file, activation);
  file.wasShort[activation] = 1;
  return true;
}
