/**
 * What lines cost, for formats whose readers add costs up: callgrind, flame graphs, pprof. Only `selfNs` may be added up over
 * functions; a line's `timeNs` contains what it called, and that stands once more on the lines of profiled callees.
 */
import type { Profile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';
import { sourceLines } from '../../profile/source-lines.js';
import { distinctFunctionNames, distinctPaths } from './distinct-names.js';

export interface FunctionCosts {
  /** No other function of the same `path` has it. */
  readonly name: string;
  /** Tells versions of a file apart. */
  readonly path: string;
  readonly line: number;
  readonly timeIs: TimeMeaning;
  /** Only lines with a cost. */
  readonly lines: readonly LineCost[];
}

/** `with-callees`: the profile does not say what of its lines' times was spent in profiled functions. `off`: there are no times. */
export type TimeMeaning = 'self' | 'with-callees' | 'off';

/** Whole numbers, because most formats know no others. */
export interface LineCost {
  readonly line: number;
  /** Without indentation; empty when the source is not known. */
  readonly text: string;
  readonly hits: number;
  readonly ns: number;
  readonly awaitNs: number;
}

/** Only functions with a cost. */
export function lineCostsOf(profile: Profile): readonly FunctionCosts[] {
  const paths = distinctPaths(profile);
  const names = distinctFunctionNames(profile);
  const texts = profile.files.map(({ source }) => (source === null ? [] : sourceLines(source)));
  const functions = profile.functions.map((fn, at) => {
    const timeIs = timeMeaningOf(profile, fn);
    return {
      name: names[at] ?? fn.name,
      path: paths[fn.file] ?? '',
      line: fn.line,
      timeIs,
      lines: fn.lines.map((line) => costOf(line, timeIs, texts[fn.file] ?? [])).filter(isSome),
    };
  });
  return functions.filter(({ lines }) => lines.length > 0);
}

/** All lines or none: a sum over both kinds would mean nothing. */
export function timeMeaningOf({ timing }: Profile, { lines }: ProfiledFunction): TimeMeaning {
  if (timing.mode === 'off') return 'off';
  return lines.every(({ timeNs, selfNs }) => timeNs === 0 || selfNs !== undefined) ? 'self' : 'with-callees';
}

function costOf(line: ProfiledLine, timeIs: TimeMeaning, texts: readonly string[]): LineCost {
  const { timeNs, selfNs = timeNs, awaitNs, hits } = line;
  const [ns, awaited] = timeIs === 'off' ? [0, 0] : [timeIs === 'self' ? selfNs : timeNs, awaitNs];
  const text = (texts[line.line - 1] ?? '').trim();
  return { line: line.line, text, hits, ns: Math.round(ns), awaitNs: Math.round(awaited) };
}

function isSome({ hits, ns, awaitNs }: LineCost): boolean {
  return hits > 0 || ns > 0 || awaitNs > 0;
}
