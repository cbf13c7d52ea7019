/** One round of a case under one timing: what the lines truly took, beside what the profile says. */
import type { Case, Truth } from './cases.js';
import type { Profiled } from './run-case.js';

export interface LineComparison {
  readonly label: string;
  readonly trueNs: number;
  readonly reportedNs: number;
  readonly hits: number;
  /** In percent of all the named lines. */
  readonly trueShare: number;
  readonly reportedShare: number;
}

export interface Comparison {
  readonly lines: readonly LineComparison[];
  readonly totalNs: number;
  readonly plainNs: number;
}

function trueNs(
  truth: Truth,
  label: string,
  profiled: Profiled,
  aloneNs: ReadonlyMap<string, number>,
  plainNs: number,
) {
  const alone = (name: string) => aloneNs.get(name) ?? Number.NaN;
  switch (truth.kind) {
    case 'alone':
      return profiled.line(label).hits * alone(label);
    case 'whole':
      return plainNs;
    case 'multiple': {
      const together = truth.of.reduce((sum, name) => sum + alone(name), 0);
      return profiled.line(truth.perHitOf).hits * truth.times * together;
    }
  }
}

export function compare(
  { lines }: Case,
  aloneNs: ReadonlyMap<string, number>,
  plainNs: number,
  profiled: Profiled,
): Comparison {
  const both = lines.map(({ label, truth }) => ({
    label,
    trueNs: trueNs(truth, label, profiled, aloneNs, plainNs),
    reportedNs: profiled.line(label).timeNs,
    hits: profiled.line(label).hits,
  }));
  const trueSum = both.reduce((sum, line) => sum + line.trueNs, 0);
  const reportedSum = both.reduce((sum, line) => sum + line.reportedNs, 0);
  return {
    lines: both.map((line) => ({
      ...line,
      trueShare: (line.trueNs / trueSum) * 100,
      reportedShare: (line.reportedNs / reportedSum) * 100,
    })),
    totalNs: profiled.totalNs,
    plainNs,
  };
}

const MICROSECOND = 1_000;

/** Percentage points. */
export function worstShare({ lines }: Comparison): number {
  return Math.max(...lines.map(({ trueShare, reportedShare }) => Math.abs(reportedShare - trueShare)));
}

/** Percent of the true time, of lines of a microsecond or more; NaN without any. */
export function worstTime({ lines }: Comparison): number {
  const errors = lines
    .filter(({ trueNs: ns, hits }) => ns / hits >= MICROSECOND)
    .map(({ trueNs: ns, reportedNs }) => Math.abs(reportedNs / ns - 1) * 100);
  return errors.length > 0 ? Math.max(...errors) : Number.NaN;
}

/** Percent of the plain program's time. */
export function totalError({ totalNs, plainNs }: Comparison): number {
  return (totalNs / plainNs - 1) * 100;
}

/**
 * Percent by which the plain program took longer than its lines alone, hit as often. Far from zero, the machine was
 * disturbed or the lines disturb each other, and nothing can be said of kernts. NaN where a line calls others back.
 */
export function control({ lines, plainNs }: Comparison, { lines: known }: Case): number {
  const flat = known.every(({ truth }) => truth.kind === 'alone');
  return flat ? (plainNs / lines.reduce((sum, { trueNs: ns }) => sum + ns, 0) - 1) * 100 : Number.NaN;
}

/** What a hit of a named line takes in the mean. */
export function meanLineNs({ lines, plainNs }: Comparison): number {
  return plainNs / lines.reduce((sum, { hits }) => sum + hits, 0);
}
