/** The table of functions: search, order, and the way to each sheet. */
import { visible } from '../../../visible-text.js';
import { addressOf } from './address.js';
import type { Book, Entry, EntryColumn } from './book.js';
import { element } from './element.js';
import { orderAfter, orderedEntries } from './entry-order.js';
import { countText } from './shown-number.js';
import type { Chosen, State } from './state.js';
import { windowedRows } from './windowed-rows.js';

export interface EntryTable {
  readonly pane: HTMLElement;
  readonly search: HTMLInputElement;
  show(state: State, current: Entry | null): void;
  /** In the order of the table; of none, the first. */
  neighbour(current: Entry | null, step: 1 | -1): Entry | null;
}

export function entryTable(book: Book, chosen: Chosen): EntryTable {
  const hasSeveralFiles = new Set(book.entries.map(({ path }) => path)).size > 1;
  const search = element('input', {
    type: 'search',
    placeholder: 'Search functions',
    'aria-label': 'Search functions by name, file or line',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-keyshortcuts': '/',
  });
  search.addEventListener('input', () => chosen.change({ query: search.value }));
  const headRow = element('tr');
  const body = element('tbody');
  const table = element(
    'table',
    { class: `functions${hasSeveralFiles ? ' with-paths' : ''}`, 'aria-label': 'Profiled functions' },
    element('thead', {}, headRow),
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
  const rows = windowedRows(scroller, table, body, () => undefined);

  let latest: State | null = null;
  let shown: readonly Entry[] = [];
  let current: Entry | null = null;

  function fill(state: State): void {
    const columns = book.columnsFor(state.metric);
    const sorted = columns.find(({ key }) => key === state.order.key) ?? columns.at(-1);
    if (sorted === undefined) return;
    shown = orderedEntries(book.entries, state.query, sorted, state.order.descending);
    showHead(columns, state);
    rows.show({
      count: shown.length,
      row: (at) => {
        const entry = shown[at]!;
        const row = entryRow(entry, columns, hasSeveralFiles);
        markCurrent(row, entry === current);
        return row;
      },
    });
    const all = `${countText(book.entries.length)} ${book.entries.length === 1 ? 'function' : 'functions'}`;
    count.textContent = state.query.trim() === '' ? all : `${countText(shown.length)} of ${all}`;
  }

  /** Buttons stay, so that the one that was pressed keeps the focus. */
  function showHead(columns: readonly EntryColumn[], { order }: State): void {
    while (headRow.cells.length < columns.length) headRow.append(headCell(headRow.cells.length));
    for (const [at, { key, title }] of columns.entries()) {
      const cell = headRow.cells[at]!;
      cell.className = key;
      cell.firstElementChild!.textContent = title;
      cell.setAttribute('aria-sort', order.key === key ? (order.descending ? 'descending' : 'ascending') : 'none');
    }
  }

  function headCell(at: number): HTMLElement {
    const button = element('button', { type: 'button' });
    button.addEventListener('click', () => {
      const column = latest === null ? undefined : book.columnsFor(latest.metric)[at];
      if (latest !== null && column !== undefined) chosen.change({ order: orderAfter(latest.order, column) });
    });
    return element('th', { scope: 'col' }, button);
  }

  return {
    pane,
    search,
    show(state, nextCurrent) {
      const isOther = latest?.metric !== state.metric || latest.order !== state.order || latest.query !== state.query;
      latest = state;
      if (isOther) fill(state);
      if (nextCurrent === current) return;
      markCurrent(rows.present.get(shown.indexOf(current!)), false);
      current = nextCurrent;
      const at = shown.indexOf(current!);
      if (at < 0) return;
      rows.reveal(at, 'nearest');
      markCurrent(rows.present.get(at), true);
    },
    neighbour(from, step) {
      const at = shown.indexOf(from!);
      return (at < 0 ? shown[0] : shown[at + step]) ?? null;
    },
  };
}

function entryRow(entry: Entry, columns: readonly EntryColumn[], withPath: boolean): HTMLTableRowElement {
  const name = visible(entry.name);
  const path = visible(entry.path);
  const link = element('a', { href: addressOf({ entry: entry.index, row: null }), title: `${name} — ${path}` }, name);
  const names = element('th', { scope: 'row' }, link, ...(withPath ? [element('span', { class: 'path' }, path)] : []));
  const cells = columns.slice(1).map(({ key, cellOf, partOf }) => {
    const cell = element('td', { class: `number ${key}` }, ...cellOf(entry));
    if (partOf !== null) cell.style.setProperty('--part', String(partOf(entry)));
    return cell;
  });
  const row = element('tr', {}, names, ...cells);
  // The whole row is a target for fingers; the link in it is the one for keys and readers.
  row.addEventListener('click', (event) => {
    if (event.target !== link) link.click();
  });
  return row;
}

function markCurrent(row: HTMLTableRowElement | undefined, isCurrent: boolean): void {
  if (isCurrent) row?.setAttribute('aria-current', 'true');
  else row?.removeAttribute('aria-current');
}
