/** Turns what the probes counted into a profile. Pure: reads the slots and the shadow stack, changes neither. */

import { NO_SPAN, type OpenSpans, openSpans, type Span, sumOf } from './open-spans.js';
import type { FileDescription } from './probe-abi.js';
import type { Profile, ProfiledFunction, ProfiledLine, Timing } from './profile-format.js';
import { PROFILE_FORMAT, PROFILE_VERSION } from './profile-format.js';
import { type CountedFile, countedAt, sitesByFunction } from './slots.js';
import type { StackView } from './stack-view.js';
import { unreachedSoFar } from './unreached.js';

export interface SnapshotContext {
  readonly command: readonly string[];
  readonly node: string;
  readonly startedAt: string;
  readonly wallNs: number;
  readonly timing: Timing;
}

export interface SnapshotSource {
  readonly view: StackView;
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
  readonly open: OpenSpans;
  /** By site: how often it is not reached yet, though it is counted. */
  readonly unreached: Float64Array;
  readonly correct: Correct;
  /** What a sample is worth, in ms, where an activation of the function was sampled; else 0. */
  readonly sampleMs: number;
  /** False where only hits are counted. */
  readonly isTimed: boolean;
}

function linesOf({ file, sites, open, unreached, correct, sampleMs, isTimed }: LineSource): ProfiledLine[] {
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
      const stay = { time: file.longest[site]!, readings: file.longestReadings[site]! };
      time += correct(
        sumOf({ time: file.time[site]!, readings: file.readings[site]! }, open.lines.get(site) ?? NO_SPAN),
      );
      const called = { time: file.callees[site]!, readings: file.calleeReadings[site]! };
      callees += correct(sumOf(called, open.callees.get(site) ?? NO_SPAN)) + file.sampledCallees[site]!;
      sampledSelf += file.sampledSelf[site]!;
      stays += file.stays[site]!;
      samples += file.samples[site]!;
      sampled += file.sampledTime[site]!;
      squares += file.sampledSquares[site]!;
      awaited += file.awaited[site]!;
      awaitedSquares += file.awaitedSquares[site]!;
      longest = Math.max(
        longest,
        correct(stay),
        correct(open.longest.get(site) ?? NO_SPAN),
        file.sampledLongest[site]!,
      );
      uncertain += file.uncertain[site]!;
    }
    // Another thread may see a frame before its first hit.
    const hits = Math.max(0, countedAt(file, sites[first]!) - unreached[sites[first]!]!);
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
  description.activations.forEach(({ fn, own, calls: at }, activation) => {
    if (activation > 0 && own) calls[fn]! += countedAt(file, at);
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
  const { seen } = source.view;
  const open = openSpans(file, source.view, source);
  const unreached = unreachedSoFar(file, source.view);
  const correct = corrector(source);
  const sites = sitesInOrder(file.description);
  const calls = callsByFunction(file);
  const sampled = sampledFunctions(file);
  const sampleMs = seen[0] === 0 ? 0 : seen[1]! / seen[0]!;
  return file.description.functions.map(({ name, markLine, line, endLine }, fn) => ({
    name,
    file: fileIndex,
    markLine,
    line,
    endLine,
    calls: calls[fn]!,
    totalNs: toNs(
      correct(sumOf({ time: file.total[fn]!, readings: file.totalReadings[fn]! }, open.totals.get(fn) ?? NO_SPAN)) +
        file.sampledTotal[fn]!,
    ),
    lines: linesOf({
      file,
      sites: sites[fn]!,
      open,
      unreached,
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
