import type { FileDescription } from './probe-abi.js';

/** What is counted in one woven file. Indices are those of its description; times are in ms. */
export interface Counts {
  /**
   * Hits per site, then calls per activation, see `ActivationDescription.calls`, without a sign. As integers, because V8 allocates a number
   * for each element of a `Float64Array` that it reads before it has optimised the code.
   */
  readonly hits: Int32Array<SharedArrayBuffer>;
  /** For each of them: all that was counted when `settle` came past last, which is before it counts 2^32 more. */
  readonly settled: Float64Array;
  /** For each of them: how often it was not reached, though it is counted with the one that it follows. */
  readonly unreached: Float64Array;
  /** Per site: time, and how many clock readings fell into it. */
  readonly time: Float64Array;
  readonly readings: Float64Array;
  /** Per site: the longest stay, and how many readings fell into that one. */
  readonly longest: Float64Array;
  readonly longestReadings: Float64Array;
  /** Per site: time of the activations by the clock that it called, itself timed by the clock, and the readings in it. */
  readonly callees: Float64Array;
  readonly calleeReadings: Float64Array;
  readonly awaited: Float64Array;
  /** Per site: the sum of the squares of what `awaited` may be off by, where the sampler's looks timed it. */
  readonly awaitedSquares: Float64Array;
  readonly uncertain: Float64Array;
  /** Per site: stays that were timed by the clock. */
  readonly stays: Float64Array;
  /** Per site: time and samples that the sampler found; per function: time of its outermost activations. */
  readonly sampledTime: Float64Array;
  readonly samples: Float64Array;
  readonly sampledTotal: Float64Array;
  /** Per site: the sum of the squares of what each sample was worth, and the longest stay that the sampler saw. */
  readonly sampledSquares: Float64Array;
  readonly sampledLongest: Float64Array;
  /** Per site: time that the sampler found it on top, and, where the clock times it, what it had called below a sampled one. */
  readonly sampledSelf: Float64Array;
  readonly sampledCallees: Float64Array;
  /** Per function: time of its outermost activations, and the readings in it. */
  readonly total: Float64Array;
  readonly totalReadings: Float64Array;
}

/** A file as any thread sees it that was given its memory. */
export interface CountedFile extends Counts {
  /** Number of the file in its realm. */
  readonly index: number;
  readonly description: FileDescription;
  /** Number of the file's first activation, counted through all files from 1. */
  readonly firstEntry: number;
  /** Per place of `hits`: where it is counted. */
  readonly leader: Int32Array;
  /** Per site: see `SiteTable.follower`. */
  readonly follower: Int32Array;
  /** Per activation: how it is timed, one of `MODE`. The sampler writes it, too. */
  readonly modes: Int32Array<SharedArrayBuffer>;
  /** Per activation: 1 once it was sampled. */
  readonly wasSampled: Int32Array<SharedArrayBuffer>;
  /** Per activation: 1 once the clock has found its lines to be short. The sampler believes it. */
  readonly wasShort: Int32Array<SharedArrayBuffer>;
  /** Per site: how many frames were found dead on it while they were sampled. */
  readonly died: Int32Array<SharedArrayBuffer>;
}

/** What the probes of one woven file work with. */
export interface FileSlots extends CountedFile {
  /** The part of this that other threads are given. */
  readonly counted: CountedFile;
  /** Per activation: when it was last called by the clock. */
  readonly lastCall: Float64Array;
  /** Per activation: recent clock readings, the time since the reading before each, and for how many that was short. */
  readonly recentReadings: Float64Array;
  readonly recentTime: Float64Array;
  readonly quickReadings: Float64Array;
  /** Per activation: 1 once a loop of it was seen to go round by the clock. */
  readonly isWarm: Uint8Array;
  /** Line of each site: tells whether two sites stand on one line. */
  readonly lines: Float64Array;
  readonly functionOf: Int32Array;
  /** Per function: its activations on the stack. */
  readonly open: Int32Array;
  /** Per activation: how many are on the stack, and how many may be before the stack is checked for dead ones. */
  readonly openActivations: Int32Array;
  readonly openLimit: Int32Array;
  /** Per activation: the place where V8 says that its function is written, found at its first call; 0 before. */
  readonly places: Int32Array;
}

/** All files of this realm, by index. */
export const allSlots: FileSlots[] = [];

/** The first number that no file's activations have yet; 0 says that there is none. */
let nextEntry = 1;

/** The file whose activation has this number, of files in the order in which they were opened: there may be thousands. */
export function fileWithEntry<F extends Pick<CountedFile, 'firstEntry'>>(
  files: readonly F[],
  entry: number,
): F | undefined {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (files[middle]!.firstEntry <= entry) low = middle + 1;
    else high = middle;
  }
  return files[low - 1];
}

/** The same of this realm. */
export function fileOfEntry(entry: number): FileSlots | undefined {
  return fileWithEntry(allSlots, entry);
}

/** Indices of the sites of each function. */
export function sitesByFunction({ functions, sites }: FileDescription): readonly number[][] {
  const groups: number[][] = functions.map(() => []);
  for (let site = 1; site < sites.fn.length; site++) groups[sites.fn[site]!]?.push(site);
  return groups;
}

/** All that was counted for one place of `hits`. */
export function countedAt({ hits, settled, leader, unreached }: CountedFile, at: number): number {
  const from = leader[at]!;
  return totalOf(hits[from]!, settled[from]!) - unreached[at]!;
}

/** A place of `hits` counts modulo 2^32. */
function totalOf(hits: number, settled: number): number {
  return settled + ((hits - settled) >>> 0);
}

/** To be called after every 2^31 calls of a function, and rounds of a loop: nothing else is hit more often than these. */
export function settle({ hits, settled }: Pick<CountedFile, 'hits' | 'settled'>): void {
  for (let at = 1; at < hits.length; at++) settled[at] = totalOf(hits[at]!, settled[at]!);
}

/** A statement's own site is the first of those that have the same follower. */
function leadersOf(follower: Int32Array, places: number): Int32Array {
  const leader = Int32Array.from({ length: places }, (_, at) => at);
  follower.forEach((next, site) => {
    if (next !== 0 && leader[next] === next) leader[next] = leader[site]!;
  });
  return leader;
}

/** Counts one more at a place of `hits`. */
export function makeCounter(file: FileSlots): (at: number) => void {
  const { hits } = file;
  return (at) => {
    hits[at]! += 1;
    if (hits[at]! << 1 === 0) settle(file);
  };
}

/** Counts a call, and a hit of the line that it begins with. */
export function makeCallCounter(file: FileSlots): (activation: number, site: number) => void {
  const count = makeCounter(file);
  const calls = Int32Array.from(file.description.activations, (activation) => activation.calls);
  return (activation, site) => {
    count(site);
    if (calls[activation] !== site) count(calls[activation]!);
  };
}

/** Shared, so that another thread can take a snapshot while this one is busy. */
export function sharedDoubles(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function sharedInts(length: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

function makeCounts({ sites, activations, functions }: FileDescription): Counts {
  const perSite = sites.line.length;
  return {
    hits: sharedInts(perSite + activations.length),
    settled: sharedDoubles(perSite + activations.length),
    unreached: sharedDoubles(perSite + activations.length),
    time: sharedDoubles(perSite),
    readings: sharedDoubles(perSite),
    longest: sharedDoubles(perSite),
    longestReadings: sharedDoubles(perSite),
    callees: sharedDoubles(perSite),
    calleeReadings: sharedDoubles(perSite),
    awaited: sharedDoubles(perSite),
    awaitedSquares: sharedDoubles(perSite),
    uncertain: sharedDoubles(perSite),
    stays: sharedDoubles(perSite),
    sampledTime: sharedDoubles(perSite),
    samples: sharedDoubles(perSite),
    sampledTotal: sharedDoubles(functions.length),
    sampledSquares: sharedDoubles(perSite),
    sampledLongest: sharedDoubles(perSite),
    sampledSelf: sharedDoubles(perSite),
    sampledCallees: sharedDoubles(perSite),
    total: sharedDoubles(functions.length),
    totalReadings: sharedDoubles(functions.length),
  };
}

const NO_FILE: FileDescription = {
  path: '',
  sha256: '',
  functions: [],
  activations: [],
  sites: { line: [], column: [], fn: [] },
};

/** All that there is in `Counts`. */
export const COUNT_NAMES = Object.keys(makeCounts(NO_FILE)) as readonly (keyof Counts)[];

export function makeSlots(description: FileDescription): FileSlots {
  const activations = description.activations.length;
  const functions = description.functions.length;
  const sites = description.sites.line.length;
  const follower = Int32Array.from(description.sites.follower ?? new Int32Array(sites));
  const counted: CountedFile = {
    index: allSlots.length,
    description,
    firstEntry: nextEntry,
    leader: leadersOf(follower, sites + activations),
    follower,
    modes: sharedInts(activations),
    wasSampled: sharedInts(activations),
    wasShort: sharedInts(activations),
    died: sharedInts(sites),
    ...makeCounts(description),
  };
  const slots: FileSlots = {
    ...counted,
    counted,
    lastCall: new Float64Array(activations).fill(Number.NEGATIVE_INFINITY),
    recentReadings: new Float64Array(activations),
    recentTime: new Float64Array(activations),
    quickReadings: new Float64Array(activations),
    isWarm: new Uint8Array(activations),
    lines: Float64Array.from(description.sites.line),
    functionOf: Int32Array.from(description.activations, (activation) => activation.fn),
    open: new Int32Array(functions),
    openActivations: new Int32Array(activations),
    openLimit: new Int32Array(activations),
    places: new Int32Array(activations),
  };
  allSlots.push(slots);
  nextEntry += activations;
  return slots;
}
