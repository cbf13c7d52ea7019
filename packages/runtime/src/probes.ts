/**
 * The probes of bodies that run in one go. This is the hot file: every line of a profiled function passes through it.
 * One clock reading per call, no allocation, no branch but the checks that keep the books right.
 * `bench/probe-cost` guards it; measure before and after any change.
 */
import { now } from './clock.js';
import { checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { chargeLine, isLineOpenBelow, makeTop, openLine, popFrame, pushFrame, pushSampledFrame } from './frames.js';
import type { Depth, Probes } from './probe-abi.js';
import { considerSampling, sampling } from './sampling.js';
import type { FileSlots } from './slots.js';
import { exceptionInFlight, onGrowth, stack, top } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

type SyncProbes = Pick<Probes, 'n' | 'u' | 'p' | 'w' | 'z' | 'v' | 'c' | 'l' | 'q' | 'e' | 't' | 'x'>;

/** What a probe in a call's arguments spreads. */
export const NOTHING: readonly never[] = Object.freeze([]);

export function makeProbes(file: FileSlots): SyncProbes {
  const { hits, isSampled } = file;
  const mayBeSampled = sampling.request !== null;
  const calls = file.description.sites.line.length;
  // As variables of this closure, they are one load away.
  let { site: openSite, sampled } = stack;
  onGrowth(() => {
    openSite = stack.site;
    sampled = stack.sampled;
  });

  function begin(activation: number, site: number): Depth {
    if (top[0] === 0) buryAtEndOfTurn();
    hits[calls + activation]! += 1;
    hits[site]! += 1;
    return isSampled[activation] === 1
      ? pushSampledFrame(file, activation, site)
      : pushFrame(file, activation, site, 0, now());
  }

  function n(activation: number, site: number): Depth {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, n);
    return begin(activation, site);
  }

  function u(activation: number, site: number): Depth {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, u);
    const depth = begin(activation, site);
    if (isLineOpenBelow(file, depth, site)) stack.site[depth] = 0;
    return depth;
  }

  /** Ends the open line and begins another. */
  function turnTo(depth: Depth, site: number, caught: boolean): void {
    if (sampled[depth] === 1 && top[0] === depth) openSite[depth] = site;
    else turnByClock(depth, site, caught);
  }

  function turnByClock(depth: Depth, site: number, caught: boolean): void {
    const time = now();
    if (top[0] !== depth) makeTop(file, depth, time, caught);
    if (stack.sampled[depth] === 1) {
      stack.site[depth] = site;
      return;
    }
    const elapsed = time - stack.lineStart[depth]!;
    chargeLine(file, depth, time);
    openLine(depth, site, time);
    if (mayBeSampled) considerSampling(file, depth, time, elapsed);
  }

  function p(depth: Depth, site: number): void {
    hits[site]! += 1;
    turnTo(depth, site, false);
  }

  function w(depth: Depth, site: number): void {
    hits[site]! += 1;
    turnTo(depth, isLineOpenBelow(file, depth, site) ? 0 : site, false);
  }

  function z(depth: Depth, site: number): void {
    turnTo(depth, site, false);
  }

  function v(depth: Depth, site: number): void {
    turnTo(depth, isLineOpenBelow(file, depth, site) ? 0 : site, false);
  }

  function c(depth: Depth, site: number): void {
    exceptionInFlight[0] = 0;
    hits[site]! += 1;
    turnTo(depth, site, true);
  }

  function l(depth: Depth, site: number): readonly never[] {
    if (site < 0) w(depth, -site);
    else p(depth, site);
    return NOTHING;
  }

  function q<T>(depth: Depth, site: number, value: T): T {
    if (site < 0) v(depth, -site);
    else turnTo(depth, site, false);
    return value;
  }

  function end(depth: Depth): void {
    if (sampled[depth] === 1 && top[0] === depth) popFrame(file, depth, 0);
    else endByClock(depth);
  }

  function endByClock(depth: Depth): void {
    const time = now();
    if (top[0] !== depth) makeTop(file, depth, time, false);
    if (stack.sampled[depth] === 0) {
      const elapsed = time - stack.lineStart[depth]!;
      chargeLine(file, depth, time);
      if (mayBeSampled) considerSampling(file, depth, time, elapsed);
    }
    popFrame(file, depth, time);
  }

  function e<T>(depth: Depth, value?: T): T | undefined {
    end(depth);
    return value;
  }

  function t<T>(depth: Depth, error: T): T {
    end(depth);
    exceptionInFlight[0] = 1;
    return error;
  }

  function x(activation: number): Depth {
    let depth = top[0]!;
    while (depth > 0 && !(stack.activation[depth] === activation && stack.file[depth] === file.index)) depth--;
    return depth > 0 ? depth : pushFrame(file, activation, 0, 0, now());
  }

  return { n, u, p, w, z, v, c, l, q, e, t, x };
}
