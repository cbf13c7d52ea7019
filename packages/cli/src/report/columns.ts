/** The numbers of a listing as text: which columns there are, how each cell reads, how wide they become. */
import type { Cells, Listing, Row } from '../profile/rows.js';
import type { Unit } from './display.js';
import { readableDuration } from './duration.js';
import { fixed, general } from './number-format.js';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly isTimely: boolean;
  readonly cell: (row: Row) => string;
}

/** line_profiler's columns and widths, wider where a cell needs it; `Await` and `Max` where they say something. */
export function columnsOf(listing: Listing, timed: boolean, unit: Unit): readonly Column[] {
  const time =
    (width: number) =>
    (ns: number): string =>
      timeText(ns, unit, width);
  const numbers =
    (text: (cells: Cells) => string) =>
    (row: Row): string =>
      row.cells === null ? '' : text(row.cells);
  const timely = (text: (cells: Cells) => string) => (timed ? numbers(text) : () => '');
  const columns: readonly Column[] = [
    { title: 'Line #', width: 6, isTimely: false, cell: ({ line }) => String(line) },
    {
      title: 'Hits',
      width: 9,
      isTimely: false,
      cell: numbers(({ hits }) => fitting(String(hits), 9, () => general(hits))),
    },
    {
      title: 'Time',
      width: 12,
      isTimely: true,
      cell: timely(
        ({ timeNs, isUncertain, isSampled }) => time(12)(timeNs) + (isUncertain ? '+' : '') + (isSampled ? '~' : ''),
      ),
    },
    ...(listing.shows.await && timed
      ? [
          {
            title: 'Await',
            width: 12,
            isTimely: false,
            cell: timely(({ awaitNs, awaitErrorNs }) =>
              awaitNs > 0 ? time(12)(awaitNs) + (awaitErrorNs > 0 ? '~' : '') : '',
            ),
          },
        ]
      : []),
    {
      title: 'Per Hit',
      width: 8,
      isTimely: true,
      cell: timely(({ perHitNs }) => (perHitNs === null ? '' : time(8)(perHitNs))),
    },
    ...(listing.shows.max && timed
      ? [{ title: 'Max', width: 8, isTimely: true, cell: timely(({ maxNs }) => time(8)(maxNs)) }]
      : []),
    {
      title: '% Time',
      width: 8,
      isTimely: true,
      cell: timely(({ share }) => (share === null ? '' : shareText(share))),
    },
  ];
  return columns.map((column) => ({
    ...column,
    width: listing.rows.reduce((width, row) => Math.max(width, column.cell(row).length), column.width),
  }));
}

/** line_profiler's `%5.1f`, and `%5.3g` where that is wider than the column. */
function timeText(ns: number, unit: Unit, width: number): string {
  if (unit.kind === 'auto') return readableDuration(ns);
  const amount = ns / (unit.seconds * 1e9);
  return fitting(fixed(amount, 1), width, () => general(amount, 3));
}

/** A total of less than any clock tells makes a share beyond every number. */
function shareText(share: number): string {
  const percent = Math.min(share * 100, Number.MAX_VALUE);
  return fitting(fixed(percent, 1), 8, () => general(percent, 3));
}

function fitting(text: string, width: number, shorter: () => string): string {
  return text.length > width ? shorter() : text;
}
