/**
 * An exception that goes through a profiled function to code that nothing was woven into leaves a dead frame on the shadow
 * stack. The sampler cannot tell it from the outer one of a recursion: what is on the stack twice is asked about, and
 * what the program then finds dead gives back the time that it was given since.
 */
import { ASKED, isSampledMode } from './sampling.js';
import type { CountedFile } from './slots.js';

/** Looks from one question to the next, whoever it is about: comparing deep stacks takes the program up to a millisecond. */
const REST_LOOKS = 128;
/** The same where the last answer was that somebody is dead. */
const SHORT_REST_LOOKS = 8;
/** Where all lived, an activation may recur, and is asked about less and less often. */
const LONGER_REST = 4;
const MOST_REST_LOOKS = 8192;

/** Of all files together. */
export interface Pace {
  /** The look from which on the next question may be asked. */
  nextQuestion: number;
}

export interface Doubts {
  /** A look has found a line open, lower ones first, and given it its time. */
  note(activation: number, site: number, look: number, elapsedMs: number): void;
}

interface Given {
  ms: number;
  squares: number;
  samples: number;
}

interface Doubt {
  /** The last line that was found, at which look: the lower one, should there be a second. */
  site: number;
  look: number;
  isAsked: boolean;
  /** The look from which on it may be asked about again, and how many looks that was after the last answer. */
  nextLook: number;
  rest: number;
  /** What lower ones were given since, or are to be given, by site. */
  readonly given: Map<number, Given>;
}

export function makeDoubts(file: CountedFile, pace: Pace): Doubts {
  const { modes, died, sampledTime, sampledSquares, samples } = file;
  const doubts: (Doubt | undefined)[] = [];
  /** Per site: deaths on it by the last answer, and 1 where that told of any: lower ones get nothing there for now. */
  const told = new Int32Array(died.length);
  const isSuspect = new Uint8Array(died.length);

  /** The program may have had its counts forgotten since they were given. */
  function book(site: number, { ms, squares, samples: count }: Given, sign: 1 | -1): void {
    sampledTime[site] = Math.max(0, sampledTime[site]! + sign * ms);
    sampledSquares[site] = Math.max(0, sampledSquares[site]! + sign * squares);
    samples[site] = Math.max(0, samples[site]! + sign * count);
  }

  function settle(doubt: Doubt): void {
    let hasDied = false;
    for (const [site, given] of doubt.given) {
      const isDead = died[site] !== told[site];
      const isKept = isSuspect[site] === 1;
      if (isDead && !isKept) book(site, given, -1);
      if (!isDead && isKept) book(site, given, 1);
      told[site] = died[site]!;
      isSuspect[site] = isDead ? 1 : 0;
      hasDied ||= isDead;
    }
    doubt.given.clear();
    doubt.isAsked = false;
    doubt.rest = hasDied ? SHORT_REST_LOOKS : Math.min(MOST_REST_LOOKS, doubt.rest * LONGER_REST);
    doubt.nextLook = doubt.look + doubt.rest;
    if (hasDied) pace.nextQuestion = Math.min(pace.nextQuestion, doubt.nextLook);
  }

  function note(activation: number, site: number, look: number, elapsedMs: number): void {
    const doubt = (doubts[activation] ??= {
      site,
      look: 0,
      isAsked: false,
      nextLook: 0,
      rest: REST_LOOKS,
      given: new Map(),
    });
    const isTwin = doubt.look === look;
    const lower = doubt.site;
    doubt.site = site;
    doubt.look = look;
    // While the clock has taken over, the question stands.
    if (doubt.isAsked && modes[activation]! > ASKED) settle(doubt);
    if (!isTwin) return;
    const one = { ms: elapsedMs, squares: elapsedMs * elapsedMs, samples: 1 };
    if (isSuspect[lower] === 1) book(lower, one, -1);
    const given = doubt.given.get(lower) ?? { ms: 0, squares: 0, samples: 0 };
    given.ms += one.ms;
    given.squares += one.squares;
    given.samples += 1;
    doubt.given.set(lower, given);
    if (doubt.isAsked || look < Math.max(pace.nextQuestion, doubt.nextLook) || !isSampledMode(modes[activation]!))
      return;
    modes[activation] = ASKED;
    pace.nextQuestion = look + REST_LOOKS;
    doubt.isAsked = true;
  }

  return { note };
}
