/**
 * The probes of bodies that can be suspended: async functions, generators, modules with top-level await.
 * Such an activation leaves the shadow stack while it is suspended and comes back on a new frame.
 *
 * Most programs call these a few thousand times, before V8 has optimised them: the less they call, the better.
 */
import type { Activations, State } from './activations.js';
import { checkForDeadFrames, isDoubtful } from './dead-frames.js';
import { coverIterable } from './delegate.js';
import type { Probes, Suspendable } from './probe-abi.js';
import { NOTHING } from './probes.js';
import { type FileSlots, makeCallCounter, settle } from './slots.js';

type SuspendableProbes = Pick<
  Probes,
  'N' | 'U' | 'P' | 'W' | 'Z' | 'V' | 'C' | 'L' | 'Q' | 'S' | 'D' | 'R' | 'Y' | 'F'
>;

let lastId = 0;

export function makeSuspendableProbes(
  file: FileSlots,
  { begin, turn, isOnStack, suspend, resume, end }: Activations,
): SuspendableProbes {
  const { hits } = file;
  const countCall = makeCallCounter(file);

  function started(activation: number, site: number): State {
    countCall(activation, site);
    return { id: ++lastId, activation, site, depth: 0, entry: 0, suspendedAt: 0 };
  }

  function N(activation: number, site: number): State {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, N);
    const state = started(activation, site);
    begin(state, false);
    return state;
  }

  function U(activation: number, site: number): State {
    if (isDoubtful(file, activation)) checkForDeadFrames(file, activation, U);
    const state = started(activation, site);
    begin(state, true);
    return state;
  }

  function P(activation: Suspendable, site: number): void {
    if ((hits[site]! += 1) << 1 === 0) settle(file);
    turn(activation as State, site, false, false);
  }

  function W(activation: Suspendable, site: number): void {
    if ((hits[site]! += 1) << 1 === 0) settle(file);
    turn(activation as State, site, false, true);
  }

  function V(activation: Suspendable, site: number): void {
    turn(activation as State, site, false, true);
  }

  function Z(activation: Suspendable, site: number): void {
    turn(activation as State, site, false, false);
  }

  function C(activation: Suspendable, site: number): void {
    if ((hits[site]! += 1) << 1 === 0) settle(file);
    turn(activation as State, site, true, false);
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
    suspend(activation as State);
    return value;
  }

  /** While the inner iterator runs, the delegating line is open: it is the one that called. */
  function D<T>(activation: Suspendable, value: T): T {
    const state = activation as State;
    const enter = () => {
      if (!isOnStack(state)) resume(state, false);
    };
    return coverIterable(value, { enter, leave: () => suspend(state) }) as T;
  }

  function R<T>(activation: Suspendable, value: T): T {
    resume(activation as State, true);
    return value;
  }

  function Y<T>(activation: Suspendable, value: T): T {
    resume(activation as State, false);
    return value;
  }

  function F(activation: Suspendable): void {
    end(activation as State);
  }

  return { N, U, P, W, Z, V, C, L, Q, S, D, R, Y, F };
}
