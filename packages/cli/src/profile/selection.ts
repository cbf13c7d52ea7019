/** Which functions a report has, and in which order. */
import type { Profile, ProfiledFunction } from '@kernts/runtime';
import picomatch from 'picomatch';
import { measureOf, type Order } from './order.js';

export interface Selection {
  readonly skipZero: boolean;
  /** `recorded`: as they stand in the profile. */
  readonly sort: Order | 'recorded';
  /** So many functions, the largest by `sort` where it is a measure, else by time; null for all. */
  readonly top: number | null;
  /** Lines with a smaller part of their function's time are left out; from 0 to 1. */
  readonly minShare: number;
  /** Globs of names and of paths, of which one has to match; empty for all. A glob without a slash is for the file's own name. */
  readonly functions: readonly string[];
  readonly files: readonly string[];
}

export const everything: Selection = {
  skipZero: false,
  sort: 'recorded',
  top: null,
  minShare: 0,
  functions: [],
  files: [],
};

export function selectedFunctions(profile: Profile, selection: Selection): readonly ProfiledFunction[] {
  const { skipZero, sort, top } = selection;
  const isNamed = namedBy(profile, selection);
  const named = profile.functions.filter((fn) => isNamed(fn) && (!skipZero || fn.lines.some(({ hits }) => hits > 0)));
  const largest = top === null ? named : [...named].sort(reversed(comparison[measureOf(sort)](profile))).slice(0, top);
  // Nobody who asks for the largest wants them in the order of the profile.
  const order = top !== null && sort === 'recorded' ? 'time' : sort;
  return order === 'recorded' ? largest : [...largest].sort(comparison[order](profile));
}

function namedBy({ files }: Profile, selection: Selection): (fn: ProfiledFunction) => boolean {
  const options = { dot: true };
  const isFunction = picomatch([...selection.functions], options);
  const isFile = picomatch([...selection.files], { ...options, basename: true });
  return ({ name, file }) =>
    (selection.functions.length === 0 || isFunction(name)) &&
    (selection.files.length === 0 || isFile(files[file]?.path ?? ''));
}

type Compare = (a: ProfiledFunction, b: ProfiledFunction) => number;

const byPlace =
  ({ files }: Profile): Compare =>
  (a, b) =>
    compareTexts(files[a.file]?.path ?? '', files[b.file]?.path ?? '') || a.line - b.line;

const comparison: Readonly<Record<Order, (profile: Profile) => Compare>> = {
  time: () => (a, b) => a.totalNs - b.totalNs,
  self: () => (a, b) => selfNsOf(a) - selfNsOf(b),
  hits: () => (a, b) => hitsOf(a) - hitsOf(b),
  name: (profile) => (a, b) => compareTexts(a.name, b.name) || byPlace(profile)(a, b),
  line: byPlace,
};

function reversed(compare: Compare): Compare {
  return (a, b) => compare(b, a);
}

/** Of a line that does not say, all of its time: it is not to get lost among the smallest. */
function selfNsOf({ lines }: ProfiledFunction): number {
  return lines.reduce((sum, { selfNs, timeNs }) => sum + (selfNs ?? timeNs), 0);
}

function hitsOf({ lines }: ProfiledFunction): number {
  return lines.reduce((sum, { hits }) => sum + hits, 0);
}

/** By code units, so that the order is the same under every locale. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
