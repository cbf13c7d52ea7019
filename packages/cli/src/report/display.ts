/** How a report is shown, as valid values; `command-line/display-flags.ts` makes them of flags. */
import type { Selection } from '../profile/selection.js';

export interface DisplayOptions extends Selection {
  readonly unit: Unit;
  readonly summarize: boolean;
  readonly colour: boolean;
  /** In this order; null for line_profiler's, with Await and Max where they say something. */
  readonly columns: readonly ColumnName[] | null;
  /** In place of the listings, so many of the hottest lines of all; null for the listings. */
  readonly hottest: number | null;
  /** The listings of each process or thread by themselves; null for all together. */
  readonly by: 'process' | 'thread' | null;
}

export const columnNames = ['hits', 'time', 'self', 'await', 'perhit', 'max', 'percent'] as const;
export type ColumnName = (typeof columnNames)[number];

export type Unit = { readonly kind: 'fixed'; readonly seconds: number } | { readonly kind: 'auto' };
