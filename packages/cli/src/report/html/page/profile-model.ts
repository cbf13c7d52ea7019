/** What the sheets of a profile know of each other. */
import type { Row } from '../../../profile/rows.js';
import type { Piece } from '../../code-pieces.js';
import type { PackedListing } from '../page-data.js';
import type { Entry } from './book.js';
import type { ListingSums } from './listing-sums.js';
import type { Metric } from './metrics.js';

export interface ProfileEntry extends Entry {
  readonly listing: PackedListing;
  readonly sums: ListingSums;
}

export interface ProfileModel {
  readonly timed: boolean;
  readonly metrics: readonly [Metric, ...Metric[]];
  readonly byCalledName: ReadonlyMap<string, readonly ProfileEntry[]>;
  /** By {@link placeKey}: the listing that begins there. */
  readonly startsAt: ReadonlyMap<string, ProfileEntry>;
}

export interface OpenListing {
  readonly entry: ProfileEntry;
  readonly rows: readonly Row[];
  readonly piecesAt: (at: number) => readonly Piece[];
}

export function placeKey(path: string, line: number): string {
  return `${line}:${path}`;
}
