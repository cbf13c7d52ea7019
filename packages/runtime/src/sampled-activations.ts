/**
 * Activations that can be suspended, as it suits them. Each begins by the clock; when readings come thick and fast, it
 * only publishes its open line, from the next line on or when it is resumed, and the sampler's looks time its suspension.
 */
import type { Activations, State } from './activations.js';
import { now } from './clock.js';
import { makeClockedActivations } from './clocked-activations.js';
import { buryAll, isLineOpenBelow, settleFrame } from './frames.js';
import { lastLook, looks } from './looks.js';
import { makeSampledTop } from './sampled-frames.js';
import { isSampledMode, noteReading } from './sampling.js';
import type { FileSlots } from './slots.js';
import { published, stack, top, UNUSED } from './stack.js';
import { buryAtEndOfTurn } from './turn.js';

/** Deeper ones are timed by the clock, which notices dead frames by itself. */
const MOST_DEPTH = 256;

export function makeSampledActivations(file: FileSlots): Activations {
  const { awaited, awaitedSquares, firstEntry, modes } = file;
  const clocked = makeClockedActivations(file);
  // A bundler may make variables of the constants of a module, which V8 loads each time.
  const topmost = top;
  const { site: openSite, entry } = published;

  /** Puts the activation on top. False where it can't be sampled there. */
  function publish(state: State): boolean {
    if (topmost[0] === UNUSED) buryAtEndOfTurn();
    const depth = topmost[0]! + 1;
    if (depth > MOST_DEPTH) return false;
    entry[depth] = state.entry = firstEntry + state.activation;
    openSite[depth] = state.site;
    stack.lineBelow[depth] = 0;
    stack.activation[depth] = state.activation;
    stack.detachables[depth] = state;
    state.depth = depth;
    topmost[0] = depth;
    return true;
  }

  function note({ activation }: State, time: number): boolean {
    return noteReading(file, activation, time);
  }

  /** What passed since it was suspended. */
  function bookAwait(state: State): void {
    const waited = lastLook() - state.suspendedAt;
    if (waited <= 0) return;
    awaited[state.site]! += waited;
    bookDoubt(state);
  }

  /** That much more or less may have passed. */
  function bookDoubt({ site }: State): void {
    awaitedSquares[site]! += looks[1]! * looks[1]!;
  }

  function leaveToLineBelow(state: State): void {
    if (isLineOpenBelow(file, state.depth, state.site)) state.site = openSite[state.depth] = 0;
  }

  function isOnStack(state: State): boolean {
    return state.entry === 0 ? clocked.isOnStack(state) : state.depth > 0;
  }

  function begin(state: State, isShared: boolean): void {
    if (!isSampledMode(modes[state.activation]!) || !publish(state)) note(state, clocked.begin(state, isShared));
    else if (isShared) leaveToLineBelow(state);
  }

  function turn(state: State, site: number, caught: boolean, isShared: boolean): void {
    const isOnTop = state.entry !== 0 && state.depth > 0 && state.depth === topmost[0];
    if (!isOnTop && !comeToTop(state, site, caught, isShared)) return;
    state.site = openSite[state.depth] = site;
    if (isShared) leaveToLineBelow(state);
  }

  /** False where it is timed by the clock, which has made the turn. */
  function comeToTop(state: State, site: number, caught: boolean, isShared: boolean): boolean {
    if (!isOnStack(state)) resume(state, false);
    if (state.entry === 0) {
      const time = clocked.turn(state, site, caught, isShared);
      if (note(state, time)) goOver(state, time);
      return false;
    }
    if (topmost[0] !== state.depth) makeSampledTop(state.depth, caught);
    return true;
  }

  /** From now on the lines of the topmost frame are sampled. */
  function goOver(state: State, time: number): void {
    const { depth } = state;
    if (depth > MOST_DEPTH) return;
    settleFrame(file, depth, time);
    openSite[depth] = state.site;
    entry[depth] = state.entry = firstEntry + state.activation;
  }

  function detach(state: State, caught: boolean): void {
    if (topmost[0] !== state.depth) makeSampledTop(state.depth, caught);
    topmost[0] = state.depth - 1;
    state.depth = 0;
  }

  function suspend(state: State): void {
    if (state.entry === 0) {
      note(state, clocked.suspend(state));
    } else if (state.depth > 0) {
      detach(state, false);
      state.suspendedAt = lastLook();
    }
  }

  function resume(state: State, isOutermost: boolean): void {
    if (!isSampledMode(modes[state.activation]!) || topmost[0]! >= MOST_DEPTH) {
      if (state.entry !== 0) bookDoubt(state);
      state.entry = 0;
      note(state, clocked.resume(state, isOutermost));
      return;
    }
    if (isOutermost && topmost[0]! > 0) buryAll(now());
    bookAwait(state);
    publish(state);
  }

  function end(state: State): void {
    if (state.entry === 0) note(state, clocked.end(state));
    else if (state.depth === 0) bookAwait(state);
    else detach(state, true);
  }

  return { begin, turn, isOnStack, suspend, resume, end };
}
