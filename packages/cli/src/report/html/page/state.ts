/** What the reader has chosen. Parts of the page are shown from it and ask for changes of it. */
import type { Place } from './address.js';
import type { BookMetric } from './book.js';
import type { Order } from './entry-order.js';

export interface State {
  readonly place: Place;
  readonly metric: BookMetric;
  readonly order: Order;
  readonly query: string;
}

export interface Chosen {
  /** Back in the browser's history leads to the place before. */
  goTo(place: Place): void;
  /** To another row of the same function; the history keeps one entry for all of them. */
  chooseRow(row: number | null): void;
  change(parts: Partial<Omit<State, 'place'>>): void;
}
