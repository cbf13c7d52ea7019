/** A function's numbers over all its lines, for the function table. */
import { unpackCells } from '../packed-cells.js';
import type { PackedListing } from '../page-data.js';

export interface ListingSums {
  readonly calls: number;
  readonly totalNs: number;
  /** Of the lines of which it is known; null where it is of none that took time. */
  readonly selfNs: number | null;
  readonly hits: number;
  /** Concurrent activations each wait: it can exceed wall time. */
  readonly awaitNs: number;
  readonly maxNs: number;
}

export function sumsOf({ calls, totalNs, cells }: PackedListing): ListingSums {
  let selfNs: number | null = null;
  let hits = 0;
  let awaitNs = 0;
  let maxNs = 0;
  for (const line of cells.map(unpackCells)) {
    if (line.timeNs > 0 && line.selfNs !== null) selfNs = (selfNs ?? 0) + line.selfNs;
    hits += line.hits;
    awaitNs += line.awaitNs;
    maxNs = Math.max(maxNs, line.maxNs);
  }
  return { calls, totalNs, selfNs, hits, awaitNs, maxNs };
}
