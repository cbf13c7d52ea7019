/** Which functions the table shows, and in which order. */
import type { PackedListing } from '../page-data.js';
import type { ListingSums } from './listing-sums.js';
import type { Metric } from './metrics.js';

export type OrderKey = 'name' | 'line' | 'calls' | 'metric';

export interface Order {
  readonly by: OrderKey;
  readonly descending: boolean;
}

export interface FunctionEntry {
  /** 0-based, in the order of the profile. */
  readonly index: number;
  readonly listing: PackedListing;
  readonly sums: ListingSums;
}

export const hottestFirst: Order = { by: 'metric', descending: true };

/** The same column once more turns the order round; numbers begin with the largest, names and lines with the first. */
export function orderAfter(current: Order, by: OrderKey): Order {
  if (current.by === by) return { by, descending: !current.descending };
  return { by, descending: by === 'calls' || by === 'metric' };
}

export function orderedEntries(
  entries: readonly FunctionEntry[],
  query: string,
  { by, descending }: Order,
  metric: Metric,
): readonly FunctionEntry[] {
  const words = query.toLowerCase().split(/\s+/);
  const matching = entries.filter(({ listing }) => {
    const text = `${listing.name} ${listing.path}:${listing.line}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const ascending = comparison(by, metric);
  // Equal ones keep the profile's order in both directions.
  return matching.sort((a, b) => (descending ? ascending(b, a) : ascending(a, b)));
}

function comparison(by: OrderKey, metric: Metric): (a: FunctionEntry, b: FunctionEntry) => number {
  switch (by) {
    case 'name':
      return (a, b) => byText(a.listing.name, b.listing.name);
    case 'line':
      return (a, b) => byText(a.listing.path, b.listing.path) || a.listing.line - b.listing.line;
    case 'calls':
      return (a, b) => a.sums.calls - b.sums.calls;
    case 'metric':
      return (a, b) => metric.ofSums(a.sums) - metric.ofSums(b.sums);
  }
}

const collator = new Intl.Collator('en', { numeric: true });

function byText(a: string, b: string): number {
  return collator.compare(a, b);
}
