/**
 * The lines of bodies that run in one go, by the clock: one reading at each boundary, no allocation, no branch but the
 * checks that keep the books right. `bench/probe-cost` guards it; measure before and after any change.
 */
import { now } from './clock.js';
import { chargeLine, leaveUnreached, makeTop, openLine, popFrame, pushFrame } from './frames.js';
import type { Depth } from './probe-abi.js';
import { type FileSlots, makeCallCounter } from './slots.js';
import { stack, top, UNUSED } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

export interface ClockedLines {
  /** Counts the call and a hit of its first line. */
  begin(activation: number, site: number): Depth;
  /** Ends the open line and begins another. Returns when. */
  turn(depth: Depth, site: number, caught: boolean): number;
  /** Ends the activation. Returns when. */
  end(depth: Depth): number;
}

export function makeClockedLines(file: FileSlots): ClockedLines {
  const countCall = makeCallCounter(file);
  // A bundler may make variables of the constants of a module, which V8 loads each time.
  const topmost = top;

  function begin(activation: number, site: number): Depth {
    if (topmost[0] === UNUSED) buryAtEndOfTurn();
    countCall(activation, site);
    return pushFrame(file, activation, site, 0, now());
  }

  /** Something is above it, or it was taken for dead. */
  function isAstray(depth: Depth): boolean {
    return topmost[0] !== depth || stack.owner[depth] === -1;
  }

  function turn(depth: Depth, site: number, caught: boolean): number {
    const time = now();
    if (isAstray(depth)) makeTop(file, depth, time, caught);
    else if (caught) leaveUnreached(depth);
    chargeLine(file, depth, time);
    openLine(depth, site, time);
    return time;
  }

  function end(depth: Depth): number {
    const time = now();
    if (isAstray(depth)) makeTop(file, depth, time, false);
    chargeLine(file, depth, time);
    popFrame(file, depth, time);
    return time;
  }

  return { begin, turn, end };
}
