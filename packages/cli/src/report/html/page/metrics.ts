/** What heat can stand for in a profile: one row per metric. A metric whose row says nothing about a profile is not offered. */
import type { Cells } from '../../../profile/rows.js';
import type { ListingSums } from './listing-sums.js';

export type MetricKey = 'time' | 'self' | 'hits' | 'per-hit' | 'await' | 'max';

export interface Metric {
  readonly key: MetricKey;
  readonly title: string;
  /** What the function table calls it. */
  readonly sumTitle: string;
  readonly meaning: string;
  readonly isDuration: boolean;
  readonly ofCells: (cells: Cells) => number | null;
  /** Null where it is not known. */
  readonly ofSums: (sums: ListingSums) => number | null;
  /** What a line as hot as can be has: the function's total, where lines are parts of it, else the largest line. */
  readonly fullHeat: 'total' | 'largest';
}

export const metrics: readonly [Metric, ...Metric[]] = [
  {
    key: 'time',
    title: 'Time',
    sumTitle: 'Total time',
    meaning: 'wall time on the line, with all that it calls, without the time that await or yield waited',
    isDuration: true,
    ofCells: ({ timeNs }) => timeNs,
    ofSums: ({ totalNs }) => totalNs,
    fullHeat: 'total',
  },
  {
    key: 'self',
    title: 'Self',
    sumTitle: 'Self time',
    meaning: 'the part of Time that no profiled function had which the line called; ? where that is not known',
    isDuration: true,
    ofCells: ({ selfNs }) => selfNs,
    ofSums: ({ selfNs }) => selfNs,
    fullHeat: 'total',
  },
  {
    key: 'hits',
    title: 'Hits',
    sumTitle: 'Hits',
    meaning: 'how often the line began; the header of a loop counts every test',
    isDuration: false,
    ofCells: ({ hits }) => hits,
    ofSums: ({ hits }) => hits,
    fullHeat: 'largest',
  },
  {
    key: 'per-hit',
    title: 'Per hit',
    sumTitle: 'Per call',
    meaning: 'Time / Hits',
    isDuration: true,
    ofCells: ({ perHitNs }) => perHitNs,
    ofSums: ({ totalNs, calls }) => (calls > 0 ? totalNs / calls : 0),
    fullHeat: 'largest',
  },
  {
    key: 'await',
    title: 'Await',
    sumTitle: 'Await',
    meaning: 'time that await or yield waited',
    isDuration: true,
    ofCells: ({ awaitNs }) => awaitNs,
    ofSums: ({ awaitNs }) => awaitNs,
    fullHeat: 'largest',
  },
  {
    key: 'max',
    title: 'Max',
    sumTitle: 'Max',
    meaning: 'longest single time on the line',
    isDuration: true,
    ofCells: ({ maxNs }) => maxNs,
    ofSums: ({ maxNs }) => maxNs,
    fullHeat: 'largest',
  },
];

export function metricsFor(timed: boolean, sums: readonly ListingSums[]): readonly [Metric, ...Metric[]] {
  const [first = metrics[0], ...others] = metrics.filter(
    ({ key, isDuration, ofSums }) =>
      (timed || !isDuration) && (!isOptional.has(key) || sums.some((one) => (ofSums(one) ?? 0) > 0)),
  );
  return [first, ...others];
}

const isOptional: ReadonlySet<MetricKey> = new Set(['self', 'await']);
