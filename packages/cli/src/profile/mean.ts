/** What one of several runs had on average, from their sum. */
import type { Profile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';

/**
 * Counts stay whole, rounded to the nearest, and 1 at least for what happened at all: a line is not said to have never
 * run. The longest single time stays the longest of all.
 */
export function meanOf(sum: Profile, runs: number): Profile {
  const { shares: _, ...rest } = sum;
  return {
    ...rest,
    timing: {
      ...sum.timing,
      readings: wholeMean(sum.timing.readings, runs),
      ...(sum.timing.samples !== undefined && { samples: wholeMean(sum.timing.samples, runs) }),
    },
    functions: sum.functions.map((fn) => meanFunction(fn, runs)),
  };
}

function meanFunction(fn: ProfiledFunction, runs: number): ProfiledFunction {
  return {
    ...fn,
    calls: wholeMean(fn.calls, runs),
    totalNs: fn.totalNs / runs,
    lines: fn.lines.map((line) => meanLine(line, runs)),
  };
}

function meanLine(line: ProfiledLine, runs: number): ProfiledLine {
  const { hits, timeNs, selfNs, awaitNs, uncertainNs, samples, standardErrorNs, awaitErrorNs } = line;
  return {
    ...line,
    hits: wholeMean(hits, runs),
    timeNs: timeNs / runs,
    ...(selfNs !== undefined && { selfNs: selfNs / runs }),
    awaitNs: awaitNs / runs,
    ...(uncertainNs !== undefined && { uncertainNs: uncertainNs / runs }),
    ...(samples !== undefined && { samples: wholeMean(samples, runs) }),
    ...(standardErrorNs !== undefined && { standardErrorNs: standardErrorNs / runs }),
    ...(awaitErrorNs !== undefined && { awaitErrorNs: awaitErrorNs / runs }),
  };
}

function wholeMean(sum: number, runs: number): number {
  return sum === 0 ? 0 : Math.max(1, Math.round(sum / runs));
}
