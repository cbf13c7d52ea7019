/** Which function of one profile is which of another: by file and name, else by name, else by what it contains. */
import type { Listing } from '../rows.js';
import { isTelling, likeness, lineKey } from './similarity.js';

export interface FunctionPair {
  readonly before: Listing;
  readonly after: Listing;
}

export interface FunctionMatches {
  readonly pairs: readonly FunctionPair[];
  readonly removed: readonly Listing[];
  readonly added: readonly Listing[];
}

/** Alike enough to be the same one in another file, or under another name. */
const LEAST_LIKENESS = { moved: 0.3, renamed: 0.6 };

/** More pairs of candidates than that are not compared by content. */
const MOST_COMPARED = 200_000;

export function matchFunctions(before: readonly Listing[], after: readonly Listing[]): FunctionMatches {
  const pairs: FunctionPair[] = [];
  const removed = new Set(before);
  const added = new Set(after);
  const linesOf = rememberingLines();

  function pairAlike(keyOf: (listing: Listing) => string | null, least: number): void {
    const [ones, others] = [grouped(removed, keyOf), grouped(added, keyOf)];
    for (const [key, group] of ones) {
      const candidates = others.get(key) ?? [];
      if (group.length * candidates.length <= MOST_COMPARED) pairGroup(group, candidates, least);
    }
  }

  function pairGroup(group: readonly Listing[], candidates: readonly Listing[], least: number): void {
    const isOnly = group.length === 1 && candidates.length === 1;
    const alike = group.flatMap((one) =>
      candidates.map((other) => ({ one, other, score: scoreOf(one, other, isOnly, linesOf) })),
    );
    // The sort is stable: of those that are equally alike, the earlier ones belong together.
    for (const { one, other, score } of alike.sort((a, b) => b.score - a.score)) {
      if (score < least || !removed.has(one) || !added.has(other)) continue;
      removed.delete(one);
      added.delete(other);
      pairs.push({ before: one, after: other });
    }
  }

  pairAlike(({ path, name }) => JSON.stringify([path, name]), 0);
  pairAlike(({ name }) => (name.startsWith('<') ? null : name), LEAST_LIKENESS.moved);
  pairAlike(() => '', LEAST_LIKENESS.renamed);
  return { pairs, removed: [...removed], added: [...added] };
}

function grouped(listings: Iterable<Listing>, keyOf: (listing: Listing) => string | null): Map<string, Listing[]> {
  const groups = new Map<string, Listing[]>();
  for (const listing of listings) {
    const key = keyOf(listing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [listing]);
    else group.push(listing);
  }
  return groups;
}

type LinesOf = (listing: Listing) => readonly string[];

/** Where no text tells, the only one of a name counts as the same. */
function scoreOf(a: Listing, b: Listing, isOnly: boolean, linesOf: LinesOf): number {
  if (!a.hasSource || !b.hasSource) return isOnly && a.name === b.name ? 1 : 0;
  return likeness(linesOf(a), linesOf(b));
}

function rememberingLines(): LinesOf {
  const known = new Map<Listing, readonly string[]>();
  return (listing) => {
    const lines = known.get(listing) ?? tellingLines(listing);
    known.set(listing, lines);
    return lines;
  };
}

/** Its own name taken out, so that a renamed function reads the same. Marks are alike everywhere. */
function tellingLines({ name, rows }: Listing): readonly string[] {
  const own = name.split('.').at(-1) ?? name;
  return rows
    .map(({ text }) => lineKey(own === '' ? text : text.replaceAll(own, '\0')))
    .filter((key) => isTelling(key) && !/^(\/\/|\*|\/\*)/.test(key));
}
