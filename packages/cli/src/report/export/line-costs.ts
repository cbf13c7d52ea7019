/**
 * What lines cost, for formats whose readers add costs up: callgrind, flame graphs, pprof. Only `selfNs` may be added up over
 * functions; a line's `timeNs` contains what it called, and that stands once more on the lines of profiled callees.
 */
import type { Profile, ProfiledLine } from '@kernts/runtime';
import { sourceLines } from '../../profile/source-lines.js';
import { distinctFunctionNames, distinctPaths } from './distinct-names.js';

/** A profile need not say what of a line's time is its own. */
type Line = ProfiledLine & { readonly selfNs?: number };

export interface LineCosts {
  readonly timeIs: TimeMeaning;
  readonly functions: readonly FunctionCosts[];
}

/** `with-callees`: the profile does not say what of a line's time was spent in profiled functions. `off`: there are no times. */
export type TimeMeaning = 'self' | 'with-callees' | 'off';

export interface FunctionCosts {
  /** No other function of the same `path` has it. */
  readonly name: string;
  /** Tells versions of a file apart. */
  readonly path: string;
  readonly line: number;
  /** Only lines with a cost. */
  readonly lines: readonly LineCost[];
}

/** Whole numbers, because most formats know no others. */
export interface LineCost {
  readonly line: number;
  /** Without indentation; empty when the source is not known. */
  readonly text: string;
  readonly hits: number;
  readonly ns: number;
  readonly awaitNs: number;
}

export function lineCostsOf(profile: Profile): LineCosts {
  const timeIs = timeMeaningOf(profile);
  const paths = distinctPaths(profile);
  const names = distinctFunctionNames(profile);
  const texts = profile.files.map(({ source }) => (source === null ? [] : sourceLines(source)));
  const functions = profile.functions.map((fn, at) => ({
    name: names[at] ?? fn.name,
    path: paths[fn.file] ?? '',
    line: fn.line,
    lines: fn.lines
      .map((line: Line) => ({
        line: line.line,
        text: (texts[fn.file]?.[line.line - 1] ?? '').trim(),
        hits: line.hits,
        ns: timeIs === 'off' ? 0 : Math.round((timeIs === 'self' ? line.selfNs : undefined) ?? line.timeNs),
        awaitNs: timeIs === 'off' ? 0 : Math.round(line.awaitNs),
      }))
      .filter(({ hits, ns, awaitNs }) => hits > 0 || ns > 0 || awaitNs > 0),
  }));
  return { timeIs, functions: functions.filter(({ lines }) => lines.length > 0) };
}

/** All lines or none: a sum over both kinds would mean nothing. */
export function timeMeaningOf({ timing, functions }: Profile): TimeMeaning {
  if (timing.mode === 'off') return 'off';
  const isKnown = ({ timeNs, selfNs }: Line) => timeNs === 0 || selfNs !== undefined;
  return functions.every(({ lines }) => lines.every(isKnown)) ? 'self' : 'with-callees';
}

/** For the formats that have a place for remarks. */
export const timeRemark: Readonly<Record<TimeMeaning, string>> = {
  self: "time of the line itself, without profiled functions that it calls and without suspension; kernts' own cost is subtracted",
  'with-callees':
    'time of the line with all that it calls, without suspension; what profiled functions call each other for counts in both, so sums over functions count it twice',
  off: 'no times were taken (--timing off), only hits',
};
