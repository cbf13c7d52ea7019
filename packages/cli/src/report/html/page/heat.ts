/** How hot lines are by a metric: from 0 to 1, null where a line has no number. */
import type { Row } from '../../../profile/rows.js';
import type { Metric } from './metrics.js';

export function heatOf(rows: readonly Row[], metric: Metric, totalNs: number): readonly (number | null)[] {
  const values = rows.map(({ cells }) => (cells === null ? null : metric.ofCells(cells)));
  const largest = values.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  const full = metric.fullHeat === 'total' && totalNs > 0 ? totalNs : largest;
  return values.map((value) => (value === null ? null : full > 0 ? Math.min(value / full, 1) : 0));
}

/** Rows from the hottest on, gains and losses alike; those without heat are left out. */
export function hottestRows(heat: readonly (number | null)[]): readonly number[] {
  return heat
    .map((value, row) => ({ value: Math.abs(value ?? 0), row }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ row }) => row);
}
