/** A profile as what a report shows: listings of rows. The only place that computes parts of a whole. */
import type { Profile, ProfiledFile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';
import { type Selection, selectedFunctions } from './selection.js';
import { sourceLines } from './source-lines.js';

export interface Report {
  /** False with `--timing off`: only hits mean something. */
  readonly timed: boolean;
  /** How the times came about, with `--timing auto`. */
  readonly sampling: Sampling | null;
  /** By how much each hit by the clock may have come out too short. */
  readonly clockErrorNs: number;
  readonly listings: readonly Listing[];
}

export interface Sampling {
  /** Lines that got time by the clock alone, and lines that got samples. */
  readonly byClock: number;
  readonly bySampling: number;
  readonly samples: number;
  /** Contained in each sampled hit, at most. */
  readonly probeCostNs: number;
}

export interface Listing {
  readonly name: string;
  readonly path: string;
  /** The mark's line, else the function's. */
  readonly line: number;
  readonly calls: number;
  readonly totalNs: number;
  readonly hasSource: boolean;
  readonly shows: { readonly await: boolean; readonly max: boolean };
  /** How far the times of the whole listing may be too small. */
  readonly uncertainNs: number;
  /** Of the sampled line with the most time: its standard error as a part of that; null where no line is sampled. */
  readonly samplingError: number | null;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly line: number;
  /** Empty when the source is not known. */
  readonly text: string;
  /** Null for a line that never ran, or holds nothing to run. */
  readonly cells: Cells | null;
}

export interface Cells {
  readonly hits: number;
  readonly timeNs: number;
  /** Part of `timeNs` without the profiled lines that the line called; null where that is not known. */
  readonly selfNs: number | null;
  readonly awaitNs: number;
  /** Null for a line that got time but no hit of its own. */
  readonly perHitNs: number | null;
  readonly maxNs: number;
  /** Part of the function's own total, 0 to 1; above 1 where a line's time counts recursion twice. Null when the total is 0. */
  readonly share: number | null;
  readonly isUncertain: boolean;
  /** How far `timeNs` may be too small. */
  readonly uncertainNs: number;
  readonly isSampled: boolean;
  /** Of `timeNs`, as far as it was sampled. */
  readonly standardErrorNs: number;
  /** The same of `awaitNs`. */
  readonly awaitErrorNs: number;
}

export function reportFrom(profile: Profile, selection: Selection): Report {
  const listings = selectedFunctions(profile, selection)
    .map((fn) => listingFrom(fn, profile.files[fn.file]))
    .map((listing) => (selection.minShare > 0 ? withoutShortLines(listing, selection.minShare) : listing));
  return {
    timed: profile.timing.mode !== 'off',
    sampling: samplingIn(profile),
    clockErrorNs: profile.timing.probeErrorNs ?? 0,
    listings,
  };
}

/** A listing in which no line has that much keeps none of them. */
function withoutShortLines(listing: Listing, minShare: number): Listing {
  return { ...listing, rows: listing.rows.filter(({ cells }) => (cells?.share ?? 0) >= minShare) };
}

function samplingIn({ timing, functions }: Profile): Sampling | null {
  if (timing.mode !== 'auto') return null;
  const lines = functions.flatMap((fn) => fn.lines).filter(({ timeNs }) => timeNs > 0);
  const bySampling = lines.filter(({ samples }) => samples !== undefined).length;
  const { samples = 0, sampledProbeCostNs: probeCostNs = 0 } = timing;
  // Looks may all have fallen into stays that the clock timed as a whole, or be those of another process.
  return { byClock: lines.length - bySampling, bySampling, samples: bySampling > 0 ? samples : 0, probeCostNs };
}

function samplingErrorOf(lines: readonly ProfiledLine[]): number | null {
  const sampled = lines.filter(({ samples, timeNs }) => samples !== undefined && timeNs > 0);
  const hottest = sampled.sort((a, b) => b.timeNs - a.timeNs)[0];
  return hottest === undefined ? null : (hottest.standardErrorNs ?? 0) / hottest.timeNs;
}

function listingFrom(fn: ProfiledFunction, file: ProfiledFile | undefined): Listing {
  const source = file?.source ?? null;
  return {
    name: fn.name,
    path: file?.path ?? '',
    line: fn.markLine ?? fn.line,
    calls: fn.calls,
    totalNs: fn.totalNs,
    hasSource: source !== null,
    shows: {
      await: fn.lines.some(({ awaitNs }) => awaitNs > 0),
      max: fn.lines.some((line) => isOutlying(line, fn.totalNs)),
    },
    samplingError: samplingErrorOf(fn.lines),
    uncertainNs: fn.lines.reduce((sum, { uncertainNs }) => sum + (uncertainNs ?? 0), 0),
    rows: source === null ? fn.lines.map((line) => rowFrom(line, '', fn.totalNs)) : rowsFrom(fn, source),
  };
}

function rowsFrom(fn: ProfiledFunction, source: string): Row[] {
  const texts = sourceLines(source);
  const byLine = new Map(fn.lines.map((line) => [line.line, line]));
  const first = Math.min(fn.markLine ?? fn.line, fn.line, fn.lines[0]?.line ?? fn.line);
  // Behind the source there are no lines to show, however many a file claims; numbers are never left out.
  const last = Math.min(Math.max(fn.endLine, fn.lines.at(-1)?.line ?? 0), texts.length);
  const rows: Row[] = [];
  for (let line = first; line <= last; line++) {
    const text = texts[line - 1] ?? '';
    const numbers = byLine.get(line);
    rows.push(numbers === undefined ? { line, text, cells: null } : rowFrom(numbers, text, fn.totalNs));
  }
  const behind = fn.lines.filter(({ line }) => line > last);
  return [...rows, ...behind.map((line) => rowFrom(line, '', fn.totalNs))];
}

function rowFrom(numbers: ProfiledLine, text: string, totalNs: number): Row {
  const {
    line,
    hits,
    timeNs,
    selfNs = timeNs === 0 ? 0 : null,
    awaitNs,
    maxNs,
    uncertainNs = 0,
    samples,
    standardErrorNs = 0,
    awaitErrorNs = 0,
  } = numbers;
  if (hits === 0 && timeNs === 0 && awaitNs === 0) return { line, text, cells: null };
  const perHitNs = hits > 0 ? timeNs / hits : null;
  const share = totalNs > 0 ? timeNs / totalNs : null;
  const isUncertain = uncertainNs > 0;
  return {
    line,
    text,
    cells: {
      hits,
      timeNs,
      selfNs,
      awaitNs,
      perHitNs,
      maxNs,
      share,
      isUncertain,
      uncertainNs,
      isSampled: samples !== undefined,
      standardErrorNs,
      awaitErrorNs,
    },
  };
}

/** A stay far above the line's mean that matters to the function; below that, the first run before the compiler warmed up would show everywhere. */
function isOutlying({ hits, timeNs, maxNs }: ProfiledLine, totalNs: number): boolean {
  return hits > 0 && maxNs * hits >= 10 * timeNs && maxNs >= 0.05 * totalNs && maxNs > 0;
}
