/** Where a source line leads to: listings that begin on it, and, guessed by name, functions that it calls. */
import type { SheetLink } from './book.js';
import { calledNames } from './name-matches.js';
import { type OpenListing, type ProfileModel, placeKey } from './profile-model.js';

/** A name that many functions have tells nothing. */
const MOST_CANDIDATES = 3;

export function linksOf(model: ProfileModel, { entry, rows, piecesAt }: OpenListing, at: number): readonly SheetLink[] {
  const row = rows[at];
  if (row === undefined) return [];
  const own = model.startsAt.get(placeKey(entry.path, row.line));
  if (own !== undefined && own !== entry) return [{ kind: 'begins', to: own }];
  // A line that never ran called nothing.
  if (row.cells === null) return [];
  return calledNames(piecesAt(at)).flatMap((name) => {
    const candidates = model.byCalledName.get(name) ?? [];
    const others = candidates.filter((one) => one !== entry || one.line !== row.line);
    return others.length > MOST_CANDIDATES ? [] : others.map((to): SheetLink => ({ kind: 'may-call', to }));
  });
}
