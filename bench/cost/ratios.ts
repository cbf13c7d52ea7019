/** Times of one contender as multiples of another's, round by round. */

import type { Spread } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';
import type { Contender, Setting } from './contenders.js';
import type { Entry, Race } from './race.js';

export function find({ entries }: Race, program: string, name: string, setting?: Setting): Entry | undefined {
  return entries.find(
    (entry) => entry.program.name === program && entry.contender.name === name && entry.contender.setting === setting,
  );
}

export function entryOf({ entries }: Race, program: string, contender: Contender): Entry | undefined {
  return entries.find((entry) => entry.program.name === program && entry.contender === contender);
}

/** One per round that both ran. */
export function ratiosOf(entry: Entry | undefined, base: Entry | undefined): number[] {
  return (entry?.runs ?? []).flatMap((run, round) => {
    const other = base?.runs[round];
    return run && other ? [run.ms / other.ms] : [];
  });
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** The geometric mean over programs, of the medians and of the ends of the spreads. */
export function overPrograms(perProgram: readonly (readonly number[])[]): Spread {
  const spreads = perProgram.map(spreadOf);
  const mean = (end: keyof Spread) => geometricMean(spreads.map((spread) => spread[end]));
  return { median: mean('median'), low: mean('low'), high: mean('high') };
}

export function worstOf(perProgram: ReadonlyMap<string, readonly number[]>): { program: string; ratio: number } {
  const medians = [...perProgram].map(([program, ratios]) => ({ program, ratio: medianOf(ratios) }));
  return medians.reduce((worst, next) => (next.ratio > worst.ratio ? next : worst));
}
