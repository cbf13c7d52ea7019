/** A report as the data of its page. `page/unpack.ts` is the way back. */
import type { Listing, Report, Row } from '../../profile/rows.js';
import { notesOf } from '../notes.js';
import type { LineRun, PackedCells, PackedListing } from './page-data.js';

export function packListing(listing: Listing, report: Report): PackedListing {
  const { rows, ...head } = listing;
  return {
    ...head,
    notes: notesOf(listing, report),
    runs: runsOf(rows),
    text: rows.map(({ text }) => text).join('\n'),
    cells: rows.flatMap((row, at) => packCells(row, at)),
  };
}

function runsOf(rows: readonly Row[]): readonly LineRun[] {
  const starts = rows.flatMap(({ line }, at) => (at > 0 && rows[at - 1]?.line === line - 1 ? [] : [at]));
  return starts.map((start, at) => [rows[start]?.line ?? 0, (starts[at + 1] ?? rows.length) - start]);
}

function packCells({ cells }: Row, row: number): readonly PackedCells[] {
  if (cells === null) return [];
  const {
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
  } = cells;
  return [
    [
      row,
      hits,
      short(timeNs),
      short(awaitNs),
      perHitNs === null ? null : short(perHitNs),
      short(maxNs),
      share === null ? null : short(share),
      short(uncertainNs),
      isSampled ? 1 : 0,
      short(standardErrorNs),
      short(awaitErrorNs),
      selfNs === null ? null : short(selfNs),
    ],
  ];
}

/** The page shows three digits of a time; of a mean or a share, JSON would have up to seventeen. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
