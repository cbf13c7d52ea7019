/** Turns what the probes counted into a profile. Pure: reads the slots and the shadow stack, changes neither. */
import type { FileDescription } from './probe-abi.js';
import type { Profile, ProfiledFunction, ProfiledLine, Timing } from './profile-format.js';
import { PROFILE_FORMAT, PROFILE_VERSION } from './profile-format.js';
import { countedAt, type FileSlots, sitesByFunction } from './slots.js';

export interface SnapshotContext {
  readonly command: readonly string[];
  readonly node: string;
  readonly startedAt: string;
  readonly wallNs: number;
  readonly timing: Timing;
}

/** The shadow stack as another thread sees it. */
export interface StackView {
  readonly top: Int32Array;
  /** [0]: looks that found a sampled activation. [1]: what they were worth, in ms. */
  readonly seen: Float64Array;
  /** See `looks.ts`. */
  readonly looks: Float64Array;
  /**
   * [0]: 1 while a sampler looks at the thread. [1]: 1 while activations are to see whether the clock times them. [2]: 1 while
   * the sampler is asleep.
   */
  readonly sampler: Int32Array;
  readonly stack: {
    readonly file: Int32Array;
    readonly site: Int32Array;
    readonly activation: Int32Array;
    readonly lineBelow: Int32Array;
    readonly owner: Float64Array;
    readonly lineStart: Float64Array;
    readonly lineReadings: Float64Array;
    readonly start: Float64Array;
    readonly startReadings: Float64Array;
  };
  /** The frames of sampled activations. */
  readonly published: Readonly<Record<'entry' | 'site' | 'from', Int32Array>>;
}

/** What a snapshot reads of a file. */
export type CountedFile = Pick<
  FileSlots,
  | 'index'
  | 'description'
  | 'hits'
  | 'wraps'
  | 'firstCall'
  | 'firstEntry'
  | 'modes'
  | 'wasSampled'
  | 'wasShort'
  | 'time'
  | 'readings'
  | 'callees'
  | 'calleeReadings'
  | 'longest'
  | 'longestReadings'
  | 'awaited'
  | 'awaitedSquares'
  | 'uncertain'
  | 'total'
  | 'totalReadings'
  | 'stays'
  | 'sampledTime'
  | 'samples'
  | 'sampledTotal'
  | 'sampledSquares'
  | 'sampledLongest'
  | 'sampledSelf'
  | 'sampledCallees'
>;

export interface SnapshotSource extends StackView {
  readonly files: readonly CountedFile[];
  /** Of the virtual clock, in ms. */
  readonly time: number;
  /** Readings so far. */
  readonly readings: number;
  /** What the virtual clock has subtracted for each reading while the program ran, in ms. */
  readonly subtractedMs: number;
  /** What a line boundary was measured to cost in the end. */
  readonly probeCostMs: number;
}

/** Hits from which a line's mean is taken for what a boundary costs at most. */
const ENOUGH_HITS = 1000;

/** No line takes less than no time: the cheapest much-used line bounds what a boundary can have cost. */
export function boundProbeCost(files: readonly CountedFile[], subtractedMs: number, measuredMs: number): number {
  let bound = measuredMs;
  for (const { time, readings } of files) {
    for (let site = 1; site < time.length; site++) {
      if (readings[site]! < ENOUGH_HITS) continue;
      bound = Math.min(bound, time[site]! / readings[site]! + subtractedMs);
    }
  }
  return Math.max(0, bound);
}

/** Time in ms and the clock readings in it. */
interface Span {
  readonly time: number;
  readonly readings: number;
}

/** What open lines and functions have had so far, on top of what is booked. */
interface Open {
  readonly lines: Map<number, Span>;
  /** Part of `lines`: in what they called. */
  readonly callees: Map<number, Span>;
  readonly totals: Map<number, Span>;
}

const NONE: Span = { time: 0, readings: 0 };

function sum(a: Span, b: Span): Span {
  return { time: a.time + b.time, readings: a.readings + b.readings };
}

function openSpans(file: CountedFile, { stack, published, top, time, readings }: SnapshotSource): Open {
  const open: Open = { lines: new Map(), callees: new Map(), totals: new Map() };
  const isClocked = (depth: number) => stack.owner[depth] !== -1 && (published.entry[depth] ?? 0) === 0;
  for (let depth = 1; depth <= top[0]!; depth++) {
    if (stack.file[depth] !== file.index || !isClocked(depth)) continue;
    const site = stack.site[depth]!;
    const fn = file.description.activations[stack.activation[depth]!]!.fn;
    const line = { time: time - stack.lineStart[depth]!, readings: readings - stack.lineReadings[depth]! };
    open.lines.set(site, sum(open.lines.get(site) ?? NONE, line));
    // As `creditCaller` and `chargeLine` will, once they end.
    const owner = site === 0 ? stack.site[stack.lineBelow[depth]!]! : site;
    const callees = open.callees.get(owner) ?? NONE;
    const isCalling = depth < top[0]! && isClocked(depth + 1);
    const callee = isCalling
      ? { time: time - stack.start[depth + 1]!, readings: readings - stack.startReadings[depth + 1]! }
      : NONE;
    const own = site === 0 ? { time: -line.time, readings: -line.readings } : NONE;
    open.callees.set(owner, sum(callees, sum(callee, own)));
    if (!open.totals.has(fn)) {
      open.totals.set(fn, { time: time - stack.start[depth]!, readings: readings - stack.startReadings[depth]! });
    }
  }
  return open;
}

/** The virtual clock has subtracted a first estimate; this puts the final one in its place. */
type Correct = (span: Span) => number;

function corrector({ subtractedMs, probeCostMs }: SnapshotSource): Correct {
  return ({ time, readings }) => time + readings * (subtractedMs - probeCostMs);
}

/** Subtracting the probe's cost can overshoot by a little; no line takes less than no time. */
function toNs(ms: number): number {
  return Math.max(0, Math.round(ms * 1e6));
}

/** Indices of the sites of each function, by line and column. */
function sitesInOrder(description: FileDescription): number[][] {
  const { line, column } = description.sites;
  const order = (a: number, b: number) => line[a]! - line[b]! || column[a]! - column[b]!;
  return sitesByFunction(description).map((group) => group.sort(order));
}

/** What the lines of one function are made of. */
interface LineSource {
  readonly file: CountedFile;
  readonly sites: readonly number[];
  readonly open: Open;
  readonly correct: Correct;
  /** What a sample is worth, in ms, where an activation of the function was sampled; else 0. */
  readonly sampleMs: number;
  /** False where only hits are counted. */
  readonly isTimed: boolean;
}

function linesOf({ file, sites, open, correct, sampleMs, isTimed }: LineSource): ProfiledLine[] {
  const lines = file.description.sites.line;
  const result: ProfiledLine[] = [];
  for (let first = 0; first < sites.length; ) {
    const line = lines[sites[first]!]!;
    let next = first;
    let [time, stays, awaited, longest, uncertain] = [0, 0, 0, 0, 0];
    let [samples, sampled, squares, awaitedSquares] = [0, 0, 0, 0];
    let [callees, sampledSelf] = [0, 0];
    for (; next < sites.length && lines[sites[next]!] === line; next++) {
      const site = sites[next]!;
      const stillOpen = open.lines.get(site) ?? NONE;
      const stay = { time: file.longest[site]!, readings: file.longestReadings[site]! };
      time += correct(sum({ time: file.time[site]!, readings: file.readings[site]! }, stillOpen));
      const called = { time: file.callees[site]!, readings: file.calleeReadings[site]! };
      callees += correct(sum(called, open.callees.get(site) ?? NONE)) + file.sampledCallees[site]!;
      sampledSelf += file.sampledSelf[site]!;
      stays += file.stays[site]!;
      samples += file.samples[site]!;
      sampled += file.sampledTime[site]!;
      squares += file.sampledSquares[site]!;
      awaited += file.awaited[site]!;
      awaitedSquares += file.awaitedSquares[site]!;
      longest = Math.max(longest, correct(stay), correct(stillOpen), file.sampledLongest[site]!);
      uncertain += file.uncertain[site]!;
    }
    const hits = countedAt(file, sites[first]!);
    const isSampled = samples > 0 || (sampleMs > 0 && hits > stays);
    result.push({
      line,
      hits,
      timeNs: toNs(time + sampled),
      ...(isTimed && { selfNs: Math.min(toNs(time + sampled), toNs(Math.max(0, time - callees) + sampledSelf)) }),
      awaitNs: toNs(awaited),
      maxNs: toNs(longest),
      ...(awaitedSquares > 0 && { awaitErrorNs: toNs(Math.sqrt(awaitedSquares)) }),
      ...(toNs(uncertain) > 0 && { uncertainNs: toNs(uncertain) }),
      // Samples fall on a line independently of each other, so the squares of what each is worth add up. One more might
      // as well have fallen on it.
      ...(isSampled && { samples, standardErrorNs: toNs(Math.sqrt(squares + sampleMs * sampleMs)) }),
    });
    first = next;
  }
  return result;
}

function callsByFunction(file: CountedFile): number[] {
  const { description } = file;
  const calls: number[] = description.functions.map(() => 0);
  description.activations.forEach(({ fn, own }, activation) => {
    if (activation > 0 && own) calls[fn]! += countedAt(file, file.firstCall + activation);
  });
  return calls;
}

function sampledFunctions({ description, wasSampled }: CountedFile): ReadonlySet<number> {
  return new Set(description.activations.flatMap(({ fn }, activation) => (wasSampled[activation] === 1 ? [fn] : [])));
}

function functionsOf(
  file: CountedFile,
  fileIndex: number,
  source: SnapshotSource,
  isTimed: boolean,
): ProfiledFunction[] {
  const open = openSpans(file, source);
  const correct = corrector(source);
  const sites = sitesInOrder(file.description);
  const calls = callsByFunction(file);
  const sampled = sampledFunctions(file);
  const sampleMs = source.seen[0] === 0 ? 0 : source.seen[1]! / source.seen[0]!;
  return file.description.functions.map(({ name, markLine, line, endLine }, fn) => ({
    name,
    file: fileIndex,
    markLine,
    line,
    endLine,
    calls: calls[fn]!,
    totalNs: toNs(
      correct(sum({ time: file.total[fn]!, readings: file.totalReadings[fn]! }, open.totals.get(fn) ?? NONE)) +
        file.sampledTotal[fn]!,
    ),
    lines: linesOf({
      file,
      sites: sites[fn]!,
      open,
      correct,
      sampleMs: sampled.has(fn) ? sampleMs : 0,
      isTimed,
    }),
  }));
}

export function takeSnapshot(source: SnapshotSource, context: SnapshotContext): Profile {
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    unitNs: 1,
    ...context,
    files: source.files.map(({ description: { path, sha256 } }) => ({ path, sha256, source: null })),
    functions: source.files.flatMap((file, index) => functionsOf(file, index, source, context.timing.mode !== 'off')),
  };
}
