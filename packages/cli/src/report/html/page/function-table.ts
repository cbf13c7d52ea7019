/** The table of functions: search, order, and the way to each listing. */
import { visible } from '../../../visible-text.js';
import { addressOf } from './address.js';
import { element } from './element.js';
import { type FunctionEntry, type OrderKey, orderAfter, orderedEntries } from './function-order.js';
import type { Metric } from './metrics.js';
import type { Model } from './model.js';
import { countText, durationNodes } from './shown-number.js';
import type { Chosen, State } from './state.js';
import { type WindowedRows, windowedRows } from './windowed-rows.js';

export interface FunctionTable {
  readonly pane: HTMLElement;
  readonly search: HTMLInputElement;
  show(state: State, current: FunctionEntry | null): void;
  /** In the order of the table. */
  neighbour(current: FunctionEntry | null, step: 1 | -1): FunctionEntry | null;
}

export function functionTable(model: Model, chosen: Chosen): FunctionTable {
  const severalFiles = new Set(model.entries.map(({ listing }) => listing.path)).size > 1;
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search functions',
    'aria-label': 'Search functions by name, file or line',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-keyshortcuts': '/',
  });
  search.addEventListener('input', () => chosen.change({ query: search.value }));

  const headers = headersOf(model, (by) => (state: State) => chosen.change({ order: orderAfter(state.order, by) }));
  const body = element('tbody');
  const table = element(
    'table',
    { class: `functions${severalFiles ? ' with-paths' : ''}`, 'aria-label': 'Profiled functions' },
    element('thead', {}, element('tr', {}, ...headers.map(({ cell }) => cell))),
    body,
  );
  const count = element('p', { class: 'count', role: 'status' });
  const scroller = element('div', { class: 'scroller' }, table);
  const pane = element(
    'section',
    { class: 'pane functions-pane', 'aria-label': 'Functions' },
    element('div', { class: 'search' }, search, count),
    scroller,
  );
  const rows: WindowedRows = windowedRows(scroller, table, body, () => undefined);

  let shown: readonly FunctionEntry[] = [];
  let currentIndex = -1;
  let key: readonly unknown[] = [];

  function show(state: State, current: FunctionEntry | null): void {
    const { metric, order, query } = state;
    const nextKey = [metric, order, query];
    if (nextKey.some((part, at) => part !== key[at])) {
      shown = orderedEntries(model.entries, query, order, metric);
      const most = shown.reduce((max, { sums }) => Math.max(max, metric.ofSums(sums)), 0);
      rows.show({
        count: shown.length,
        row: (at) => functionRow(shown[at]!, metric, most, severalFiles, shown[at]?.index === currentIndex),
      });
      for (const header of headers) header.show(state);
      count.textContent =
        query.trim() === '' ? countOf(shown.length) : `${countText(shown.length)} of ${countOf(model.entries.length)}`;
      key = nextKey;
    }
    if ((current?.index ?? -1) !== currentIndex) {
      mark(false);
      currentIndex = current?.index ?? -1;
      mark(true);
      const at = shown.findIndex(({ index }) => index === currentIndex);
      if (at >= 0) rows.reveal(at, 'nearest');
    }
  }

  function mark(isCurrent: boolean): void {
    const at = shown.findIndex(({ index }) => index === currentIndex);
    markCurrent(rows.present.get(at), isCurrent);
  }

  return {
    pane,
    search,
    show,
    neighbour(current, step) {
      const at = shown.findIndex(({ index }) => index === current?.index);
      return (at < 0 ? shown[0] : shown[at + step]) ?? null;
    },
  };
}

interface Header {
  readonly cell: HTMLTableCellElement;
  show(state: State): void;
}

function headersOf(model: Model, onOrder: (by: OrderKey) => (state: State) => void): readonly Header[] {
  const header = (by: OrderKey, titleFor: (metric: Metric) => string): Header => {
    const button = element('button', { type: 'button' });
    const cell = element('th', { scope: 'col', class: by }, button);
    let latest: State | null = null;
    button.addEventListener('click', () => latest !== null && onOrder(by)(latest));
    return {
      cell,
      show(state) {
        latest = state;
        const { order, metric } = state;
        button.textContent = titleFor(metric);
        const sorted = order.by === by ? (order.descending ? 'descending' : 'ascending') : 'none';
        cell.setAttribute('aria-sort', sorted);
      },
    };
  };
  return [
    header('name', () => 'Function'),
    header('line', () => 'Line'),
    header('calls', () => 'Calls'),
    ...(model.metrics.length > 0 ? [header('metric', ({ sumTitle }) => sumTitle)] : []),
  ];
}

function functionRow(
  { index, listing, sums }: FunctionEntry,
  metric: Metric,
  most: number,
  withPath: boolean,
  isCurrent: boolean,
): HTMLTableRowElement {
  const name = visible(listing.name);
  const path = visible(listing.path);
  const value = metric.ofSums(sums);
  const amount = element(
    'td',
    { class: 'number metric' },
    ...(metric.isDuration ? durationNodes(value) : [countText(value)]),
  );
  amount.style.setProperty('--part', String(most > 0 ? value / most : 0));
  const link = element('a', { href: addressOf({ listing: index, line: null }), title: `${name} — ${path}` }, name);
  const row = element(
    'tr',
    {},
    element('th', { scope: 'row' }, link, ...(withPath ? [element('span', { class: 'path' }, path)] : [])),
    element('td', { class: 'number' }, String(listing.line)),
    element('td', { class: 'number' }, countText(listing.calls)),
    amount,
  );
  // The whole row is a target for fingers; the link in it is the one for keys and readers.
  row.addEventListener('click', (event) => {
    if (event.target !== link) link.click();
  });
  markCurrent(row, isCurrent);
  return row;
}

function markCurrent(row: HTMLTableRowElement | undefined, isCurrent: boolean): void {
  if (isCurrent) row?.setAttribute('aria-current', 'true');
  else row?.removeAttribute('aria-current');
}

function countOf(functions: number): string {
  return `${countText(functions)} ${functions === 1 ? 'function' : 'functions'}`;
}
