/**
 * The probes of bodies that run in one go, where short lines are sampled. Woven code does by itself what a sampled
 * activation does at nearly every step: it counts, puts its frame on the stack, and stores the site where the sampler
 * looks. What is here is the rest, of which V8 leaves out of a function what it has never needed: its first activation
 * in a turn of the event loop, dead frames that an exception has left above a line, lines by the clock.
 *
 * V8 forgets what it knows of the program's objects at a call that it has seen taken. So calls by the clock and by
 * sampling stand in different places of woven code.
 */
import { now } from './clock.js';
import { makeClockedLines } from './clocked-lines.js';
import { checkDepth, checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { isLineOpenBelow, leaveUnreached, pushFrame, settleFrame } from './frames.js';
import type { Depth } from './probe-abi.js';
import { NOTHING, type SyncProbes } from './probes.js';
import { makeSampledTop } from './sampled-frames.js';
import { isSampledMode, MODE, noteCall, noteReading, noteRound } from './sampling.js';
import { type FileSlots, makeCallCounter, makeCounter } from './slots.js';
import { exceptionInFlight, isSampledAt, published, stack, top, UNUSED } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

export function makeSampledProbes(file: FileSlots): SyncProbes {
  const { firstEntry, modes } = file;
  const count = makeCounter(file);
  const countCall = makeCallCounter(file);
  const { begin, turn, end } = makeClockedLines(file);
  // A bundler may make variables of the constants of a module, which V8 loads each time.
  const topmost = top;
  const { site: openSite, entry } = published;

  function n(activation: number, site: number): Depth {
    if (isSampledMode(modes[activation]!)) return beginSampled(activation, site, n);
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, n);
    return -beginByClock(activation, site);
  }

  function u(activation: number, site: number): Depth {
    if (isSampledMode(modes[activation]!)) return beginSampled(activation, -site, u);
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, u);
    const depth = beginByClock(activation, site);
    if (isLineOpenBelow(file, depth, site)) stack.site[depth] = 0;
    return -depth;
  }

  function beginByClock(activation: number, site: number): Depth {
    const depth = begin(activation, site);
    const time = stack.start[depth]!;
    noteReading(file, activation, time);
    noteCall(file, activation, time);
    return depth;
  }

  /** At the bottom, and deeper than the stack was found to be right; what else is sampled, woven code begins by itself. */
  function beginSampled(activation: number, site: number, probe: typeof n): Depth {
    if (topmost[0] === UNUSED) buryAtEndOfTurn();
    else if (topmost[0]! >= modes[activation]!) checkDepth(file, activation, probe);
    const depth = topmost[0]! + 1;
    if (depth >= openSite.length) return -begin(activation, Math.abs(site));
    countCall(activation, Math.abs(site));
    openSite[depth] = site;
    entry[depth] = firstEntry + activation;
    topmost[0] = depth;
    return depth;
  }

  /** Begins a line, as sampled as the activation is. A negative site may be open in an enclosing function, too. */
  function turnTo(depth: Depth, site: number, caught: boolean): Depth {
    const at = Math.abs(depth);
    if (!isSampledAt(at)) return turnByClock(at, site, caught);
    if (topmost[0] !== at) makeSampledTop(at, caught);
    if (caught) leaveUnreached(at);
    openSite[at] = site;
    return at;
  }

  function turnByClock(at: number, site: number, caught: boolean): Depth {
    const isOpen = site < 0 && isLineOpenBelow(file, at, -site);
    const time = turn(at, isOpen ? 0 : Math.abs(site), caught);
    const isShort = noteReading(file, stack.activation[at]!, time);
    return isShort && at < openSite.length ? sample(at, site, time) : -at;
  }

  /** From now on the lines of the topmost frame are sampled. */
  function sample(depth: number, site: number, time: number): Depth {
    settleFrame(file, depth, time);
    openSite[depth] = site;
    entry[depth] = firstEntry + stack.activation[depth]!;
    return depth;
  }

  function b(depth: Depth, site: number): Depth {
    const next = depth > 0 ? turnInRound(depth, site) : turnTo(depth, site, false);
    const at = -next;
    if (at < 0 || at >= openSite.length) return next;
    return noteRound(file, stack.activation[at]!) ? sample(at, site, stack.lineStart[at]!) : next;
  }

  /** What the sampler found to be long goes on by the clock. */
  function turnInRound(depth: Depth, site: number): Depth {
    if (topmost[0] !== depth) makeSampledTop(depth, false);
    const activation = entry[depth]! - firstEntry;
    if (modes[activation] !== MODE.long) return turnTo(depth, site, false);
    topmost[0] = depth - 1;
    pushFrame(file, activation, 0, 0, now());
    return turnByClock(depth, site, false);
  }

  function z(depth: Depth, site: number): void {
    turnTo(depth, site, false);
  }

  function v(depth: Depth, site: number): void {
    turnTo(depth, -site, false);
  }

  function p(depth: Depth, site: number): void {
    count(site);
    turnTo(depth, site, false);
  }

  function w(depth: Depth, site: number): void {
    count(site);
    turnTo(depth, -site, false);
  }

  function c(depth: Depth, site: number): Depth {
    exceptionInFlight[0] = 0;
    count(site);
    return turnTo(depth, site, true);
  }

  function l(depth: Depth, site: number): readonly never[] {
    count(Math.abs(site));
    turnTo(depth, site, false);
    return NOTHING;
  }

  function q<T>(depth: Depth, site: number, value: T): T {
    turnTo(depth, site, false);
    return value;
  }

  function e<T>(depth: Depth, value?: T): T | undefined {
    if (topmost[0] === depth) topmost[0] = depth - 1;
    else leave(Math.abs(depth));
    return value;
  }

  function leave(at: number): void {
    if (isSampledAt(at)) {
      if (topmost[0] !== at) makeSampledTop(at, false);
      topmost[0] = at - 1;
    } else {
      noteReading(file, stack.activation[at]!, end(at));
    }
  }

  function t<T>(depth: Depth, error: T): T {
    leaveUnreached(Math.abs(depth));
    leave(Math.abs(depth));
    exceptionInFlight[0] = 1;
    return error;
  }

  function x(activation: number): Depth {
    for (let depth = topmost[0]!; depth > 0; depth--) {
      if (isSampledAt(depth)) {
        if (entry[depth] === firstEntry + activation) return depth;
      } else if (stack.activation[depth] === activation && stack.file[depth] === file.index) {
        return -depth;
      }
    }
    if (topmost[0] === UNUSED) buryAtEndOfTurn();
    return -pushFrame(file, activation, 0, 0, now());
  }

  return { n, u, p, w, z, v, c, l, q, e, t, x, b };
}
