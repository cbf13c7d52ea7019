/** Which listings a report has, and in which order. */
import type { Profile, ProfiledFunction } from '@kernts/runtime';

/** By time and hits the largest comes last, as in line_profiler: next to the prompt. */
export const orders = ['time', 'hits', 'name', 'line'] as const;
export type Order = (typeof orders)[number];

export interface Selection {
  readonly skipZero: boolean;
  /** `recorded`: as they stand in the profile. */
  readonly sort: Order | 'recorded';
}

export function selectedFunctions(profile: Profile, { skipZero, sort }: Selection): readonly ProfiledFunction[] {
  const selected = profile.functions.filter((fn) => !skipZero || fn.lines.some(({ hits }) => hits > 0));
  return sort === 'recorded' ? selected : selected.sort(comparison[sort](profile));
}

type Comparison = (profile: Profile) => (a: ProfiledFunction, b: ProfiledFunction) => number;

const byPlace: Comparison =
  ({ files }) =>
  (a, b) =>
    compareTexts(files[a.file]?.path ?? '', files[b.file]?.path ?? '') || a.line - b.line;

const comparison: Readonly<Record<Order, Comparison>> = {
  time: () => (a, b) => a.totalNs - b.totalNs,
  hits: () => (a, b) => hitsOf(a) - hitsOf(b),
  name: (profile) => (a, b) => compareTexts(a.name, b.name) || byPlace(profile)(a, b),
  line: byPlace,
};

function hitsOf({ lines }: ProfiledFunction): number {
  return lines.reduce((sum, { hits }) => sum + hits, 0);
}

/** By code units, so that the order is the same under every locale. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
