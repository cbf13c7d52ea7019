/** A function's numbers over all its lines, for the function table. */
import type { PackedListing } from '../page-data.js';

export interface ListingSums {
  readonly calls: number;
  readonly totalNs: number;
  readonly hits: number;
  /** Concurrent activations each wait: it can exceed wall time. */
  readonly awaitNs: number;
  readonly maxNs: number;
}

export function sumsOf({ calls, totalNs, cells }: PackedListing): ListingSums {
  let hits = 0;
  let awaitNs = 0;
  let maxNs = 0;
  for (const [, lineHits, , lineAwaitNs, , lineMaxNs] of cells) {
    hits += lineHits;
    awaitNs += lineAwaitNs;
    maxNs = Math.max(maxNs, lineMaxNs);
  }
  return { calls, totalNs, hits, awaitNs, maxNs };
}
