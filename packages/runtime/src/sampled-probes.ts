/**
 * The probes of bodies that run in one go, where short lines are sampled. Woven code does by itself what a sampled
 * activation does at nearly every line: it counts, and stores the site where the sampler looks. It does not see then that
 * an exception has left dead frames above it. The sampler does, because the line that called them is open no longer, and
 * so does what begins next; else they go with the round of a loop or the end of the activation. What is here is the rest.
 *
 * V8 forgets what it knows of the program's objects at a call that it has seen taken. So calls by the clock and by
 * sampling stand in different places of woven code, and the functions below do not share what only one of them needs.
 */
import { now } from './clock.js';
import { makeClockedLines } from './clocked-lines.js';
import { checkDepth, checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { isLineOpenBelow, pushFrame, settleFrame } from './frames.js';
import type { Depth } from './probe-abi.js';
import { NOTHING, type SyncProbes } from './probes.js';
import { buryWhatIsLeft, makeSampledTop } from './sampled-frames.js';
import { MODE, noteCall, noteReading, noteRound, sampler } from './sampling.js';
import { type FileSlots, makeCounter } from './slots.js';
import { exceptionInFlight, isLeftAt, isSampledAt, published, room, stack, top } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

export function makeSampledProbes(file: FileSlots): SyncProbes {
  const { firstCall, firstEntry, modes } = file;
  const count = makeCounter(file);
  const { begin, turn, end } = makeClockedLines(file);
  // A bundler may make variables of the constants of a module, which V8 loads each time.
  const [topmost, depths, alarm] = [top, room, sampler];
  const { site: openSite, entry, from } = published;

  function n(activation: number, site: number): Depth {
    if (modes[activation] === MODE.sampled) return beginSampled(activation, site, n);
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, n);
    return -beginByClock(activation, site);
  }

  function u(activation: number, site: number): Depth {
    if (modes[activation] === MODE.sampled) return beginSampled(activation, -site, u);
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

  /**
   * What `f` leaves: at the bottom, and deeper than the stack was found to be right. A call from `f` would be a barrier in
   * all functions that V8 puts `f` into; so it is one in those alone that begin here.
   */
  function beginSampled(activation: number, site: number, probe: typeof n): Depth {
    if (topmost[0] === 0) buryAtEndOfTurn();
    else if (isLeftAt(topmost[0]!)) buryWhatIsLeft();
    else checkDepth(probe);
    return topmost[0]! + 1 < openSite.length ? push(activation, site) : -begin(activation, Math.abs(site));
  }

  function f(activation: number, site: number): Depth {
    const depth = topmost[0]! + 1;
    if (depth < depths[0]! || depth >= depths[1]!) return 0;
    if (depth > 2 && from[depth - 1] !== openSite[depth - 2]) return 0;
    return push(activation, site);
  }

  function push(activation: number, site: number): Depth {
    const depth = topmost[0]! + 1;
    count(firstCall + activation);
    count(site < 0 ? -site : site);
    entry[depth] = firstEntry + activation;
    from[depth] = openSite[depth - 1]!;
    openSite[depth] = site;
    topmost[0] = depth;
    return depth;
  }

  /** Begins a line, as sampled as the activation is. A negative site may be open in an enclosing function, too. */
  function turnTo(depth: Depth, site: number, caught: boolean): Depth {
    const at = Math.abs(depth);
    if (!isSampledAt(at)) return turnByClock(at, site, caught);
    if (topmost[0] !== at) makeSampledTop(at, caught);
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
    if (topmost[0] !== depth || alarm[1] === 1) return turnInRound(depth, site) | 0;
    openSite[depth] = site;
    return depth;
  }

  function y(depth: Depth, site: number): Depth {
    const next = turnTo(depth, site, false);
    const at = -next;
    if (at < 0 || at >= openSite.length) return next;
    return noteRound(file, stack.activation[at]!) ? sample(at, site, stack.lineStart[at]!) : next;
  }

  /** What the sampler found to be long goes on by the clock. */
  function turnInRound(depth: Depth, site: number): Depth {
    const at = Math.abs(depth);
    const activation = isSampledAt(at) ? entry[at]! - firstEntry : 0;
    if (modes[activation] !== MODE.long) return turnTo(depth, site, false);
    if (topmost[0] !== at) makeSampledTop(at, false);
    topmost[0] = at - 1;
    pushFrame(file, activation, 0, 0, now());
    return turnByClock(at, site, false);
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
    return -pushFrame(file, activation, 0, 0, now());
  }

  return { m: modes, s: openSite, n, u, p, w, z, v, c, l, q, e, t, x, f, b, y };
}
