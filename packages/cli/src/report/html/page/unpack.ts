/** The way back of `pack.ts`. */
import type { Cells, Row } from '../../../profile/rows.js';
import type { PackedCells, PackedListing } from '../page-data.js';

export function unpackRows({ runs, text, cells }: PackedListing): readonly Row[] {
  const texts = text.split('\n');
  const cellsOfRow = new Map(cells.map((packed) => [packed[0], packed]));
  return runs
    .flatMap(([first, count]) => Array.from({ length: count }, (_, at) => first + at))
    .map((line, at) => {
      const packed = cellsOfRow.get(at);
      return { line, text: texts[at] ?? '', cells: packed === undefined ? null : unpackCells(packed) };
    });
}

export function unpackCells(packed: PackedCells): Cells {
  const [
    ,
    hits,
    timeNs,
    awaitNs,
    perHitNs,
    maxNs,
    share,
    uncertainNs,
    isSampled,
    standardErrorNs,
    awaitErrorNs,
    selfNs,
  ] = packed;
  return {
    hits,
    timeNs,
    awaitNs,
    perHitNs,
    maxNs,
    share,
    isUncertain: uncertainNs > 0,
    uncertainNs,
    isSampled: isSampled === 1,
    standardErrorNs,
    awaitErrorNs,
    selfNs,
  };
}
