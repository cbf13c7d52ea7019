/** A report as the data of its page. `page/unpack.ts` is the way back. */
import type { Listing, Report, Row } from '../../profile/rows.js';
import { notesOf } from '../notes.js';
import { packCells } from './packed-cells.js';
import type { LineRun, PackedListing } from './page-data.js';

export function packListing(listing: Listing, report: Report): PackedListing {
  const { rows, ...head } = listing;
  return {
    ...head,
    notes: notesOf(listing, report),
    runs: runsOf(rows),
    text: rows.map(({ text }) => text).join('\n'),
    cells: rows.flatMap(({ cells }, at) => (cells === null ? [] : [packCells(cells, at)])),
  };
}

function runsOf(rows: readonly Row[]): readonly LineRun[] {
  const starts = rows.flatMap(({ line }, at) => (at > 0 && rows[at - 1]?.line === line - 1 ? [] : [at]));
  return starts.map((start, at) => [rows[start]?.line ?? 0, (starts[at + 1] ?? rows.length) - start]);
}
