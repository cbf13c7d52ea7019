/** The lines that cost the most, of all listings together. */

import type { Measure } from './order.js';
import type { Cells, Listing, Report, Row } from './rows.js';

export interface HotLine {
  readonly listing: Listing;
  readonly row: Row & { readonly cells: Cells };
}

/** The largest first. Lines without any of what is measured are none of the hottest. */
export function hottestLines({ listings, timed }: Report, count: number, by: Measure): readonly HotLine[] {
  const measure = ({ row: { cells } }: HotLine): number => {
    if (by === 'hits' || !timed) return cells.hits;
    return by === 'self' ? (cells.selfNs ?? cells.timeNs) : cells.timeNs;
  };
  return listings
    .flatMap((listing) => listing.rows.flatMap((row) => (hasCells(row) ? [{ listing, row }] : [])))
    .filter((line) => measure(line) > 0)
    .sort((a, b) => measure(b) - measure(a))
    .slice(0, count);
}

function hasCells(row: Row): row is HotLine['row'] {
  return row.cells !== null;
}
