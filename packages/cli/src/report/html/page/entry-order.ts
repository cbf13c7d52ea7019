/** Which functions the table shows, and in which order. */
import type { Entry, EntryColumn } from './book.js';

export interface Order {
  /** Of a column. */
  readonly key: string;
  readonly descending: boolean;
}

/** The same column once more turns the order round. */
export function orderAfter(current: Order, { key, largestFirst }: EntryColumn): Order {
  return current.key === key ? { key, descending: !current.descending } : { key, descending: largestFirst };
}

/** Each word of the query has to be somewhere in name, file and line. */
export function orderedEntries(
  entries: readonly Entry[],
  query: string,
  { sortBy }: EntryColumn,
  descending: boolean,
): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/);
  const found = entries.filter(({ name, path, line }) => {
    const text = `${name} ${path}:${line}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  // Equal ones keep the order of the data in both directions.
  const compared = (a: Entry, b: Entry) => comparison(sortBy(a), sortBy(b));
  return found.sort((a, b) => (descending ? compared(b, a) : compared(a, b)));
}

/** `f9` before `f10`. */
const collator = new Intl.Collator('en', { numeric: true });

function comparison(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
