/**
 * The sampler's say in how activations are timed. It sees whose lines turn out to be long and who is called rarely by now,
 * and gives them back to the clock.
 */
import { isSampledMode, MODE, RARE_MS } from './sampling.js';
import { type CountedFile, countedAt, sitesByFunction } from './slots.js';

/**
 * Looks that found a function running, itself and not what it calls, after which it is seen whether its lines are long.
 * Further looks at the same stay on a line do not count: the machine may have stopped the program.
 */
const ENOUGH_LOOKS = 24;
/** Mean time between two boundaries from which they are; in ms. The clock costs about a hundredth of it. */
const LONG_MS = 0.005;
/** After so many looks, it is seen which functions are called no longer as often as they were. */
const SEASON_LOOKS = 2000;
/** Mean time between two calls from which they are, in ms; far from where they went over, so that few go back and forth. */
const FAR_BETWEEN_MS = 20 * RARE_MS;

/** A file with what was found of its functions since their lines were last seen to be long or not. */
export interface Candidates {
  readonly file: CountedFile;
  readonly functionOf: Int32Array;
  readonly sites: readonly (readonly number[])[];
  readonly ownTime: Float64Array;
  readonly ownLooks: Float64Array;
  readonly hitsBefore: Float64Array;
  /** Per activation: its calls when the season began. */
  readonly callsBefore: Float64Array;
}

export interface ModeChooser {
  add(file: CountedFile, functionOf: Int32Array): Candidates;
  /** Before each look. */
  beginLook(elapsedMs: number): void;
  /** A look has found the function itself running, on another line than before. */
  noteOwn(candidates: Candidates, fn: number, elapsedMs: number): void;
}

/** The program may have had its counts forgotten. */
function addedSince(before: number, count: number): number {
  return count < before ? count : count - before;
}

export function makeModeChooser(): ModeChooser {
  const all: Candidates[] = [];
  let looks = 0;
  let seasonMs = 0;

  function add(file: CountedFile, functionOf: Int32Array): Candidates {
    const functions = file.description.functions.length;
    const candidates: Candidates = {
      file,
      functionOf,
      sites: sitesByFunction(file.description),
      ownTime: new Float64Array(functions),
      ownLooks: new Float64Array(functions),
      hitsBefore: new Float64Array(functions),
      callsBefore: new Float64Array(functionOf.length),
    };
    all.push(candidates);
    return candidates;
  }

  function beginLook(elapsedMs: number): void {
    looks++;
    seasonMs += elapsedMs;
    if (looks % SEASON_LOOKS === 0) endSeason();
  }

  function endSeason(): void {
    for (const { file, callsBefore } of all) {
      const { activations } = file.description;
      for (let activation = 1; activation < callsBefore.length; activation++) {
        const calls = countedAt(file, activations[activation]!.calls);
        const isRare = addedSince(callsBefore[activation]!, calls) * FAR_BETWEEN_MS < seasonMs;
        callsBefore[activation] = calls;
        if (isRare && isSampledMode(file.modes[activation]!)) file.modes[activation] = MODE.rare;
      }
    }
    seasonMs = 0;
  }

  function noteOwn(candidates: Candidates, fn: number, elapsedMs: number): void {
    const { file, functionOf, sites, ownTime, ownLooks, hitsBefore } = candidates;
    ownTime[fn]! += elapsedMs;
    if ((ownLooks[fn]! += 1) < ENOUGH_LOOKS) return;
    let hits = 0;
    for (const site of sites[fn]!) hits += countedAt(file, site);
    const isLong = ownTime[fn]! >= LONG_MS * addedSince(hitsBefore[fn]!, hits);
    hitsBefore[fn] = hits;
    ownTime[fn] = 0;
    ownLooks[fn] = 0;
    if (!isLong) return;
    for (let activation = 1; activation < functionOf.length; activation++) {
      if (functionOf[activation] !== fn || !isSampledMode(file.modes[activation]!)) continue;
      if (file.wasShort[activation] === 1) continue;
      file.modes[activation] = MODE.long;
    }
  }

  return { add, beginLook, noteOwn };
}
