/** The profile as the page works with it; what a listing needs is made when it is first shown. */
import type { Row } from '../../../profile/rows.js';
import { mayHaveJsx, type Piece, piecesOf } from '../../code-pieces.js';
import type { PackedListing, PageData } from '../page-data.js';
import type { FunctionEntry } from './function-order.js';
import { sumsOf } from './listing-sums.js';
import { type Metric, metricsFor } from './metrics.js';
import { byCalledName } from './name-matches.js';
import { unpackRows } from './unpack.js';

export interface Model {
  readonly data: PageData;
  readonly entries: readonly FunctionEntry[];
  readonly metrics: readonly Metric[];
  readonly byCalledName: ReadonlyMap<string, readonly NamedEntry[]>;
  /** By {@link placeKey}: the listing that begins there. */
  readonly startsAt: ReadonlyMap<string, FunctionEntry>;
  opened(entry: FunctionEntry): OpenListing;
}

export type NamedEntry = FunctionEntry & { readonly name: string };

export interface OpenListing {
  readonly entry: FunctionEntry;
  readonly rows: readonly Row[];
  readonly pieces: readonly (readonly Piece[])[];
}

export function modelOf(data: PageData): Model {
  const entries = data.listings.map((listing, index) => ({ index, listing, sums: sumsOf(listing) }));
  const open = new Map<number, OpenListing>();
  return {
    data,
    entries,
    metrics: metricsFor(
      data.timed,
      entries.map(({ sums }) => sums),
    ),
    byCalledName: byCalledName(
      entries.filter(({ sums }) => sums.calls > 0).map((entry) => ({ ...entry, name: entry.listing.name })),
    ),
    startsAt: new Map(entries.map((entry) => [placeKey(entry.listing, entry.listing.line), entry])),
    opened(entry) {
      const known = open.get(entry.index);
      if (known !== undefined) return known;
      const rows = unpackRows(entry.listing);
      const pieces = piecesOf(
        rows.map(({ text }) => text),
        mayHaveJsx(entry.listing.path),
      );
      const made = { entry, rows, pieces };
      open.set(entry.index, made);
      return made;
    },
  };
}

export function placeKey({ path }: PackedListing, line: number): string {
  return `${line}:${path}`;
}
