/** The numbers of a row as a list, both ways: of 50,000 lines the names of the fields alone would be several megabytes. */
import type { Cells } from '../../profile/rows.js';

/** `row` is 0-based. The others are those of `NUMBERS`, in its order. */
export type PackedCells = readonly [row: number, hits: number, isSampled: 0 | 1, ...numbers: (number | null)[]];

const NUMBERS = [
  'timeNs',
  'selfNs',
  'awaitNs',
  'perHitNs',
  'maxNs',
  'share',
  'uncertainNs',
  'standardErrorNs',
  'awaitErrorNs',
] as const satisfies readonly (keyof Cells)[];

type Numbers = Pick<Cells, (typeof NUMBERS)[number]>;

export function packCells(cells: Cells, row: number): PackedCells {
  return [row, cells.hits, cells.isSampled ? 1 : 0, ...NUMBERS.map((name) => short(cells[name]))];
}

export function unpackCells([, hits, isSampled, ...list]: PackedCells): Cells {
  const numbers = Object.fromEntries(NUMBERS.map((name, at) => [name, list[at] ?? null])) as Numbers;
  return { ...numbers, hits, isSampled: isSampled === 1, isUncertain: numbers.uncertainNs > 0 };
}

/** The page shows three digits of a time; of a mean or a share, JSON would have up to seventeen. */
function short(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}
