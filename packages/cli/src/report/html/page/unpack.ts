/** The way back of `pack.ts`. */
import type { Row } from '../../../profile/rows.js';
import { unpackCells } from '../packed-cells.js';
import type { PackedListing } from '../page-data.js';

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
