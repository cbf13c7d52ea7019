/** Where a source line leads to: listings that begin on it, and, guessed by name, functions that it calls. */

import type { FunctionEntry } from './function-order.js';
import { type Model, type OpenListing, placeKey } from './model.js';
import { calledNames } from './name-matches.js';

export interface LineLink {
  readonly kind: 'begins' | 'may-call';
  readonly entry: FunctionEntry;
}

/** A name that many functions have tells nothing. */
const MOST_CANDIDATES = 3;

export function linksOf(model: Model, { entry, rows, pieces }: OpenListing, at: number): readonly LineLink[] {
  const row = rows[at];
  if (row === undefined) return [];
  const own = model.startsAt.get(placeKey(entry.listing, row.line));
  if (own !== undefined && own !== entry) return [{ kind: 'begins', entry: own }];
  // A line that never ran called nothing.
  if (row.cells === null) return [];
  return calledNames(pieces[at] ?? []).flatMap((name) => {
    const candidates = model.byCalledName.get(name) ?? [];
    const others = candidates.filter(({ listing }) => listing !== entry.listing || listing.line !== row.line);
    return others.length > MOST_CANDIDATES ? [] : others.map((one): LineLink => ({ kind: 'may-call', entry: one }));
  });
}
