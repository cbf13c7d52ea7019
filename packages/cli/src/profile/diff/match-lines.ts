/** Which line of a function is which line of its other version: those that stayed, then those that moved, then those that were edited. */
import { diffArrays } from 'diff';
import type { Row } from '../rows.js';
import { isTelling, likeness, lineKey, words } from './similarity.js';

export type LineMatch =
  | { readonly kind: 'same' | 'moved' | 'edited'; readonly before: Row; readonly after: Row }
  | { readonly kind: 'removed'; readonly before: Row }
  | { readonly kind: 'added'; readonly after: Row };

/** Half of the words. */
const LEAST_LIKENESS = 0.5;

/** Versions that differ in more lines than that have nothing in common but lines that are found again by themselves. */
const MOST_EDITS = 1000;

/** In the order of the version after; what was removed stands where it was. */
export function matchLines(before: readonly Row[], after: readonly Row[]): readonly LineMatch[] {
  const hunks = hunksOf(before, after);
  const pairs = new Map<Row, { readonly kind: 'moved' | 'edited'; readonly before: Row }>();
  const taken = new Set<Row>();
  const pair = (kind: 'moved' | 'edited', one: Row, other: Row) => {
    pairs.set(other, { kind, before: one });
    taken.add(one);
  };
  pairMoved(hunks, pair);
  for (const hunk of hunks) {
    const removed = hunk.removed.filter((row) => !taken.has(row));
    const added = hunk.added.filter((row) => !pairs.has(row));
    pairEdited(removed, added, pair);
  }
  return hunks.flatMap(({ same, removed, added }) => [
    ...same.map(([one, other]): LineMatch => ({ kind: 'same', before: one, after: other })),
    ...interleaved(
      removed.filter((row) => !taken.has(row)),
      added,
      pairs,
    ),
  ]);
}

/** What stayed, and behind it what changed. */
interface Hunk {
  readonly same: readonly (readonly [before: Row, after: Row])[];
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

type Pair = (kind: 'moved' | 'edited', before: Row, after: Row) => void;

function hunksOf(before: readonly Row[], after: readonly Row[]): readonly Hunk[] {
  const keys = (rows: readonly Row[]) => rows.map(({ text }) => lineKey(text));
  const changes = diffArrays(keys(before), keys(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [{ same: [], removed: before, added: after }];
  const hunks: { same: [Row, Row][]; removed: Row[]; added: Row[] }[] = [{ same: [], removed: [], added: [] }];
  let atBefore = 0;
  let atAfter = 0;
  for (const { added, removed, value } of changes) {
    const hunk = hunks.at(-1);
    const one = before.slice(atBefore, added ? atBefore : atBefore + value.length);
    const other = after.slice(atAfter, removed ? atAfter : atAfter + value.length);
    atBefore += one.length;
    atAfter += other.length;
    if (removed) hunk?.removed.push(...one);
    else if (added) hunk?.added.push(...other);
    else hunks.push({ same: one.flatMap((row, at) => withOther(row, other[at])), removed: [], added: [] });
  }
  return hunks;
}

function withOther(row: Row, other: Row | undefined): [Row, Row][] {
  return other === undefined ? [] : [[row, other]];
}

/** Lines of the same text elsewhere; where there are several, in their order. */
function pairMoved(hunks: readonly Hunk[], pair: Pair): void {
  const left = new Map<string, Row[]>();
  for (const row of hunks.flatMap(({ removed }) => removed)) {
    const key = lineKey(row.text);
    if (isTelling(key)) left.set(key, [...(left.get(key) ?? []), row]);
  }
  for (const row of hunks.flatMap(({ added }) => added)) {
    const one = left.get(lineKey(row.text))?.shift();
    if (one !== undefined) pair('moved', one, row);
  }
}

/** Within one hunk and without crossing, each with the one most like it. */
function pairEdited(removed: readonly Row[], added: readonly Row[], pair: Pair): void {
  let next = 0;
  for (const row of removed) {
    const own = words(row.text);
    let best = -1;
    let bestLikeness = LEAST_LIKENESS;
    for (let at = next; at < added.length && at < next + 50; at++) {
      const alike = likeness(own, words(added[at]?.text ?? ''));
      if (alike <= bestLikeness) continue;
      best = at;
      bestLikeness = alike;
    }
    const other = added[best];
    if (other === undefined) continue;
    pair('edited', row, other);
    next = best + 1;
  }
}

function interleaved(
  removed: readonly Row[],
  added: readonly Row[],
  pairs: ReadonlyMap<Row, { readonly kind: 'moved' | 'edited'; readonly before: Row }>,
): readonly LineMatch[] {
  return [
    ...removed.map((before): LineMatch => ({ kind: 'removed', before })),
    ...added.map((after): LineMatch => {
      const known = pairs.get(after);
      return known === undefined ? { kind: 'added', after } : { ...known, after };
    }),
  ];
}
