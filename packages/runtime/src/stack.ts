/**
 * The shadow stack: one frame per activation that is running now, suspended ones left out.
 *
 * A body is never wrapped in `try`, so a frame that an exception ended stays until somebody notices: the next probe
 * of a frame below it, the end of the turn, or the check in `dead-frames.ts`. A frame is only ever left standing
 * above its true place, never below, so a running activation can always trust its own depth.
 */
import { sharedDoubles, sharedInts } from './slots.js';

/** What the stack needs to know of a suspendable activation. */
export interface Detachable {
  /** Frame on the shadow stack; 0 while suspended. */
  depth: number;
  /** Number of the activation, through all files, while it is sampled; 0 while the clock times it. */
  entry: number;
  /** Wall time in ms at which it left the stack, by the clock or, where it is sampled, by the sampler's looks. */
  suspendedAt: number;
}

/** Deep enough for V8's default stack several times over; `growStack` doubles it for programs with a larger one. */
const FIRST_CAPACITY = 1 << 14;

export const stack = {
  capacity: FIRST_CAPACITY,
  /** Index of the file whose function it is. */
  file: sharedInts(FIRST_CAPACITY),
  /** Site of the line that is open; 0 charges to nobody. */
  site: sharedInts(FIRST_CAPACITY),
  /** When that line began, and how many clock readings there had been. */
  lineStart: sharedDoubles(FIRST_CAPACITY),
  lineReadings: sharedDoubles(FIRST_CAPACITY),
  /** The same for the activation, which may have been resumed. */
  start: sharedDoubles(FIRST_CAPACITY),
  startReadings: sharedDoubles(FIRST_CAPACITY),
  activation: sharedInts(FIRST_CAPACITY),
  /** Where the open line has site 0 because an enclosing frame of the listing has it open: the depth of that one. */
  lineBelow: sharedInts(FIRST_CAPACITY),
  /** The line that was open when the frame was found dead. */
  diedOn: sharedInts(FIRST_CAPACITY),
  /** Id of the suspendable activation, 0 for one that runs in one go, -1 for a frame that is dead. */
  owner: sharedDoubles(FIRST_CAPACITY),
  /**
   * The suspendable activation itself, where `owner` is positive or it has the `entry` that is published. Without holes,
   * which would be looked up in the `Array.prototype` of the program.
   */
  detachables: new Array<Detachable | undefined>(FIRST_CAPACITY).fill(undefined),
};

/** Deeper frames are timed by the clock. */
export const PUBLISHED_CAPACITY = 1 << 17;

/**
 * What a sampled activation keeps on its frame in place of all the above. Of fixed size, so that V8 can take the
 * arrays for constants.
 */
export const published = {
  /** Number of the activation, through all files; 0 for a frame that is timed by the clock, negative for a dead one. */
  entry: sharedInts(PUBLISHED_CAPACITY),
  /** Site of the open line; negative where it may be open in an enclosing function of the same listing, too. */
  site: sharedInts(PUBLISHED_CAPACITY),
};

export function isSampledAt(depth: number): boolean {
  return depth < PUBLISHED_CAPACITY && published.entry[depth] !== 0;
}

/** In `top`: no frame is open, and nobody has asked yet for what this turn of the event loop leaves to be buried. */
export const UNUSED = -1;

/** [0]: depth of the topmost frame; 0 when none is open, or `UNUSED`. */
export const top = sharedInts(1).fill(UNUSED);

/** [0]: 1 after a woven `throw`, until its `catch` is seen. */
export const exceptionInFlight = new Int32Array(1);

/** Told when the arrays of `stack` were replaced by larger ones. */
export const growth: { notify: () => void } = { notify: () => {} };

/** Every listener calls the one before it: an array would go through `Array.prototype`, which is the program's. */
export function onGrowth(listener: () => void): void {
  const { notify } = growth;
  growth.notify = () => {
    notify();
    listener();
  };
}

function doubled<A extends Int32Array | Float64Array>(old: A, make: (length: number) => A): A {
  const larger = make(old.length * 2);
  larger.set(old);
  return larger;
}

export function growStack(): void {
  stack.file = doubled(stack.file, sharedInts);
  stack.site = doubled(stack.site, sharedInts);
  stack.lineStart = doubled(stack.lineStart, sharedDoubles);
  stack.lineReadings = doubled(stack.lineReadings, sharedDoubles);
  stack.start = doubled(stack.start, sharedDoubles);
  stack.startReadings = doubled(stack.startReadings, sharedDoubles);
  stack.activation = doubled(stack.activation, sharedInts);
  stack.lineBelow = doubled(stack.lineBelow, sharedInts);
  stack.diedOn = doubled(stack.diedOn, sharedInts);
  stack.owner = doubled(stack.owner, sharedDoubles);
  for (let depth = stack.capacity; depth < 2 * stack.capacity; depth++) stack.detachables.push(undefined);
  stack.capacity *= 2;
  growth.notify();
}
