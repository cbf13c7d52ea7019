/** Activations that can be suspended, by the clock: one reading at each boundary. `bench/probe-cost` guards it. */
import type { Activations, State } from './activations.js';
import { now, wallOf } from './clock.js';
import { buryAll, chargeLine, isLineOpenBelow, makeTop, openLine, popFrame, pushFrame } from './frames.js';
import type { FileSlots } from './slots.js';
import { stack, top, UNUSED } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

/** Each says when. */
export interface ClockedActivations extends Activations {
  begin(state: State, isShared: boolean): number;
  turn(state: State, site: number, caught: boolean, isShared: boolean): number;
  suspend(state: State): number;
  resume(state: State, isOutermost: boolean): number;
  end(state: State): number;
}

export function makeClockedActivations(file: FileSlots): ClockedActivations {
  const { awaited } = file;
  // A bundler may make variables of the constants of a module, which V8 loads each time.
  const topmost = top;

  function attach(state: State, time: number): void {
    if (topmost[0] === UNUSED) buryAtEndOfTurn();
    state.depth = pushFrame(file, state.activation, state.site, state.id, time);
    stack.detachables[state.depth] = state;
  }

  function reattach(state: State, time: number): void {
    awaited[state.site]! += wallOf(time) - state.suspendedAt;
    attach(state, time);
  }

  /** A line that is open below gets the time already. */
  function leaveToLineBelow(state: State): void {
    if (isLineOpenBelow(file, state.depth, state.site)) state.site = stack.site[state.depth] = 0;
  }

  function isOnStack(state: State): boolean {
    return state.depth > 0 && state.depth <= topmost[0]! && stack.owner[state.depth] === state.id;
  }

  function begin(state: State, isShared: boolean): number {
    const time = now();
    attach(state, time);
    if (isShared) leaveToLineBelow(state);
    return time;
  }

  function turn(state: State, site: number, caught: boolean, isShared: boolean): number {
    const time = now();
    if (!isOnStack(state)) reattach(state, time);
    else if (topmost[0] !== state.depth) makeTop(file, state.depth, time, caught);
    chargeLine(file, state.depth, time);
    state.site = site;
    openLine(state.depth, site, time);
    if (isShared) leaveToLineBelow(state);
    return time;
  }

  function detach(state: State, time: number, caught: boolean): void {
    if (topmost[0] !== state.depth) makeTop(file, state.depth, time, caught);
    chargeLine(file, state.depth, time);
    popFrame(file, state.depth, time);
  }

  function suspend(state: State): number {
    const time = now();
    if (isOnStack(state)) {
      detach(state, time, false);
      state.suspendedAt = wallOf(time);
    }
    state.depth = 0;
    return time;
  }

  function resume(state: State, isOutermost: boolean): number {
    const time = now();
    if (isOutermost && topmost[0]! > 0) buryAll(time);
    reattach(state, time);
    return time;
  }

  function end(state: State): number {
    const time = now();
    if (isOnStack(state)) detach(state, time, true);
    else awaited[state.site]! += wallOf(time) - state.suspendedAt;
    state.depth = 0;
    return time;
  }

  return { begin, turn, isOnStack, suspend, resume, end };
}
