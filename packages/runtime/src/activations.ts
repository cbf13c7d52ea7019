/** What the probes of bodies that can be suspended need done, however their lines are timed. */
import type { Suspendable } from './probe-abi.js';
import type { Detachable } from './stack.js';

export interface State extends Suspendable, Detachable {
  readonly activation: number;
  /** The line that is open, or was when the activation left the stack; 0 charges to nobody. */
  site: number;
}

/** `isShared`: the line may be open in an enclosing function of the same listing. */
export interface Activations {
  /** Puts a new activation on the stack. */
  begin(state: State, isShared: boolean): void;
  /**
   * Ends the open line and begins another, of an activation that may have been suspended unseen (`for await`, `await using`,
   * a rejected await that its `catch` took). `caught`: an exception ended what is above it on the stack.
   */
  turn(state: State, site: number, caught: boolean, isShared: boolean): void;
  isOnStack(state: State): boolean;
  suspend(state: State): void;
  /** The line that a suspended activation left gets the time since as await. `isOutermost`: no other can be running. */
  resume(state: State, isOutermost: boolean): void;
  /** In whatever state it is. */
  end(state: State): void;
}
