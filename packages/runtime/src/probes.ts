/** The probes of bodies that run in one go, where every line is timed by the clock. */
import { now } from './clock.js';
import { makeClockedLines } from './clocked-lines.js';
import { checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { isLineOpenBelow, leaveUnreached, pushFrame } from './frames.js';
import type { Depth, Probes } from './probe-abi.js';
import { type FileSlots, makeCounter } from './slots.js';
import { exceptionInFlight, stack, top, UNUSED } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

export type SyncProbes = Pick<Probes, 'n' | 'u' | 'p' | 'w' | 'z' | 'v' | 'c' | 'l' | 'q' | 'e' | 't' | 'x' | 'b'>;

/** What a probe in a call's arguments spreads. */
export const NOTHING: readonly never[] = Object.freeze([]);

export function makeProbes(file: FileSlots): SyncProbes {
  const count = makeCounter(file);
  const { begin, turn, end } = makeClockedLines(file);

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

  function p(depth: Depth, site: number): void {
    count(site);
    turn(depth, site, false);
  }

  function w(depth: Depth, site: number): void {
    count(site);
    v(depth, site);
  }

  function z(depth: Depth, site: number): void {
    turn(depth, site, false);
  }

  function v(depth: Depth, site: number): void {
    turn(depth, isLineOpenBelow(file, depth, site) ? 0 : site, false);
  }

  function c(depth: Depth, site: number): Depth {
    exceptionInFlight[0] = 0;
    count(site);
    turn(depth, site, true);
    return depth;
  }

  function l(depth: Depth, site: number): readonly never[] {
    if (site < 0) w(depth, -site);
    else p(depth, site);
    return NOTHING;
  }

  function q<T>(depth: Depth, site: number, value: T): T {
    if (site < 0) v(depth, -site);
    else z(depth, site);
    return value;
  }

  function e<T>(depth: Depth, value?: T): T | undefined {
    end(depth);
    return value;
  }

  function t<T>(depth: Depth, error: T): T {
    leaveUnreached(depth);
    end(depth);
    exceptionInFlight[0] = 1;
    return error;
  }

  function x(activation: number): Depth {
    let depth = top[0]!;
    while (depth > 0 && !(stack.activation[depth] === activation && stack.file[depth] === file.index)) depth--;
    if (top[0] === UNUSED) buryAtEndOfTurn();
    return depth > 0 ? depth : pushFrame(file, activation, 0, 0, now());
  }

  function b(depth: Depth, site: number): Depth {
    if (site < 0) v(depth, -site);
    else z(depth, site);
    return depth;
  }

  return { n, u, p, w, z, v, c, l, q, e, t, x, b };
}
