import type { FileDescription } from './probe-abi.js';

/** Where the probes of one woven file count. Indices are those of its description; times are in ms. */
export interface FileSlots {
  /** Number of the file in this realm. */
  readonly index: number;
  readonly description: FileDescription;
  /** Hits per site, then calls per activation. */
  readonly hits: Float64Array;
  /** Per site: time, and how many clock readings fell into it. */
  readonly time: Float64Array;
  readonly readings: Float64Array;
  /** Per site: the longest stay, and how many readings fell into that one. */
  readonly longest: Float64Array;
  readonly longestReadings: Float64Array;
  readonly awaited: Float64Array;
  readonly uncertain: Float64Array;
  /** Per site: stays that were timed by the clock. */
  readonly stays: Float64Array;
  /** Per site: time and samples that the sampler found; per function: time of its outermost activations. */
  readonly sampledTime: Float64Array;
  readonly samples: Float64Array;
  readonly sampledTotal: Float64Array;
  /** Per activation: stays by the clock and their time, and 1 once it is sampled instead. */
  readonly clockedStays: Float64Array;
  readonly clockedTime: Float64Array;
  readonly isSampled: Int32Array;
  /** Line of each site: tells whether two sites stand on one line. */
  readonly lines: Float64Array;
  readonly functionOf: Int32Array;
  /** Per function: time of its outermost activations, the readings in it, and its activations on the stack. */
  readonly total: Float64Array;
  readonly totalReadings: Float64Array;
  readonly open: Int32Array;
  /** Per activation: how many are on the stack, and how many may be before the stack is checked for dead ones. */
  readonly openActivations: Int32Array;
  readonly openLimit: Int32Array;
  /**
   * Per activation: how V8 names the place where its function is written; found at its first call. A hole would be
   * looked up in `Array.prototype`, which is the program's.
   */
  readonly places: (string | undefined)[];
}

/** All files of this realm, by index. */
export const allSlots: FileSlots[] = [];

/** Shared, so that another thread can take a snapshot while this one is busy. */
export function sharedDoubles(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function sharedInts(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function makeSlots(description: FileDescription): FileSlots {
  const sites = description.sites.line.length;
  const activations = description.activations.length;
  const slots: FileSlots = {
    index: allSlots.length,
    description,
    hits: sharedDoubles(sites + activations),
    time: sharedDoubles(sites),
    readings: sharedDoubles(sites),
    longest: sharedDoubles(sites),
    longestReadings: sharedDoubles(sites),
    awaited: sharedDoubles(sites),
    uncertain: sharedDoubles(sites),
    stays: sharedDoubles(sites),
    sampledTime: sharedDoubles(sites),
    samples: sharedDoubles(sites),
    sampledTotal: sharedDoubles(description.functions.length),
    clockedStays: new Float64Array(activations),
    clockedTime: new Float64Array(activations),
    isSampled: new Int32Array(activations),
    lines: Float64Array.from(description.sites.line),
    functionOf: Int32Array.from(description.activations, (activation) => activation.fn),
    total: sharedDoubles(description.functions.length),
    totalReadings: sharedDoubles(description.functions.length),
    open: new Int32Array(description.functions.length),
    openActivations: new Int32Array(activations),
    openLimit: new Int32Array(activations),
    places: new Array<string | undefined>(activations).fill(undefined),
  };
  allSlots.push(slots);
  return slots;
}
