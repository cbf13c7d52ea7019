/**
 * The probes of bodies that can be suspended: async functions, generators, modules with top-level await.
 * Such an activation leaves the shadow stack while it is suspended and comes back on a new frame.
 */
import { now, wallOf } from './clock.js';
import { checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { coverIterable } from './delegate.js';
import { buryAll, chargeLine, isLineOpenBelow, makeTop, openLine, popFrame, pushFrame } from './frames.js';
import type { Probes, Suspendable } from './probe-abi.js';
import { NOTHING } from './probes.js';
import { type FileSlots, makeCounter } from './slots.js';
import { type Detachable, stack, top } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

type SuspendableProbes = Pick<
  Probes,
  'N' | 'U' | 'P' | 'W' | 'Z' | 'V' | 'C' | 'L' | 'Q' | 'S' | 'D' | 'R' | 'Y' | 'F'
>;

interface State extends Suspendable, Detachable {
  readonly activation: number;
  /** The line that is open, or was when the activation left the stack. */
  site: number;
}

let lastId = 0;

export function makeSuspendableProbes(file: FileSlots): SuspendableProbes {
  const { awaited } = file;
  const count = makeCounter(file);
  const calls = file.description.sites.line.length;

  function isOnStack(state: State): boolean {
    return state.depth > 0 && state.depth <= top[0]! && stack.owner[state.depth] === state.id;
  }

  function attach(state: State, time: number): void {
    state.depth = pushFrame(file, state.activation, state.site, state.id, time);
    stack.detachables[state.depth] = state;
  }

  /** Brings a suspended activation back; the line that it left gets the time in between as await. */
  function reattach(state: State, time: number): void {
    awaited[state.site]! += wallOf(time) - state.suspendedAt;
    if (top[0] === 0) buryAtEndOfTurn();
    attach(state, time);
  }

  /**
   * Makes the activation the topmost frame. One that was suspended unseen (`for await`, `await using`, a rejected
   * await that its `catch` took) is resumed here.
   */
  function activate(state: State, time: number, caught: boolean): void {
    if (!isOnStack(state)) reattach(state, time);
    else if (top[0] !== state.depth) makeTop(file, state.depth, time, caught);
  }

  function turnTo(state: State, site: number, caught: boolean): void {
    const time = now();
    activate(state, time, caught);
    chargeLine(file, state.depth, time);
    state.site = site;
    openLine(state.depth, site, time);
  }

  function begin(activation: number, site: number): State {
    if (top[0] === 0) buryAtEndOfTurn();
    count(calls + activation);
    count(site);
    const state: State = { id: ++lastId, activation, depth: 0, site, suspendedAt: 0 };
    attach(state, now());
    return state;
  }

  function N(activation: number, site: number): State {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, N);
    return begin(activation, site);
  }

  function U(activation: number, site: number): State {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, U);
    const state = begin(activation, site);
    if (isLineOpenBelow(file, state.depth, site)) state.site = stack.site[state.depth] = 0;
    return state;
  }

  function P(activation: Suspendable, site: number): void {
    count(site);
    turnTo(activation as State, site, false);
  }

  function W(activation: Suspendable, site: number): void {
    count(site);
    V(activation, site);
  }

  function V(activation: Suspendable, site: number): void {
    const state = activation as State;
    turnTo(state, site, false);
    if (isLineOpenBelow(file, state.depth, site)) state.site = stack.site[state.depth] = 0;
  }

  function Z(activation: Suspendable, site: number): void {
    turnTo(activation as State, site, false);
  }

  function C(activation: Suspendable, site: number): void {
    count(site);
    turnTo(activation as State, site, true);
  }

  function L(activation: Suspendable, site: number): readonly never[] {
    if (site < 0) W(activation, -site);
    else P(activation, site);
    return NOTHING;
  }

  function Q<T>(activation: Suspendable, site: number, value: T): T {
    if (site < 0) V(activation, -site);
    else Z(activation, site);
    return value;
  }

  function S<T>(activation: Suspendable, value?: T): T | undefined {
    const state = activation as State;
    const time = now();
    if (isOnStack(state)) {
      if (top[0] !== state.depth) makeTop(file, state.depth, time, false);
      chargeLine(file, state.depth, time);
      popFrame(file, state.depth, time);
      state.suspendedAt = wallOf(time);
    }
    state.depth = 0;
    return value;
  }

  /** While the inner iterator runs, the delegating line is open: it is the one that called. */
  function D<T>(activation: Suspendable, value: T): T {
    const state = activation as State;
    const enter = () => {
      if (!isOnStack(state)) reattach(state, now());
    };
    return coverIterable(value, { enter, leave: () => S(state) }) as T;
  }

  function R<T>(activation: Suspendable, value: T): T {
    const time = now();
    if (top[0] !== 0) buryAll(time);
    reattach(activation as State, time);
    return value;
  }

  function Y<T>(activation: Suspendable, value: T): T {
    reattach(activation as State, now());
    return value;
  }

  function F(activation: Suspendable): void {
    const state = activation as State;
    const time = now();
    if (!isOnStack(state)) {
      awaited[state.site]! += wallOf(time) - state.suspendedAt;
      return;
    }
    if (top[0] !== state.depth) makeTop(file, state.depth, time, true);
    chargeLine(file, state.depth, time);
    popFrame(file, state.depth, time);
    state.depth = 0;
  }

  return { N, U, P, W, Z, V, C, L, Q, S, D, R, Y, F };
}
