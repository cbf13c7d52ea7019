/** The lines of one function: a sheet of its book, with all of it at once beside it. */
import { visible } from '../../../visible-text.js';
import { addressOf, nowhere } from './address.js';
import type { Sheet, SheetColumn } from './book.js';
import { element } from './element.js';
import { hottestRows } from './heat.js';
import { minimap } from './minimap.js';
import type { Chosen } from './state.js';
import { widthOf } from './text-width.js';
import { windowedRows } from './windowed-rows.js';

export interface SourceView {
  readonly pane: HTMLElement;
  show(sheet: Sheet, row: number | null): void;
  /** Colours have changed. */
  repaint(): void;
  readonly sheet: Sheet | null;
  /** 0-based; -1 when none is chosen. */
  readonly chosenRow: number;
  readonly hottest: readonly number[];
}

/** A line that is longer is cut where the browser cuts it; links stand behind it. */
const WIDEST_CODE = 2000;
const ROOM_FOR_LINKS = 32;

export function sourceView(chosen: Chosen): SourceView {
  const headRow = element('tr');
  const columnGroup = element('colgroup');
  const body = element('tbody');
  const table = element('table', { class: 'source' }, columnGroup, element('thead', {}, headRow), body);
  const scroller = element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Source' }, table);
  const title = element('div', { class: 'title' });
  const notes = element('div', { class: 'notes' });
  const details = element('div', { class: 'details', role: 'status' });
  const map = minimap(scroller);
  const pane = element(
    'section',
    { class: 'pane source-pane', 'aria-label': 'Annotated source' },
    title,
    element('div', { class: 'with-map' }, scroller, map.canvas),
    notes,
    details,
  );
  const rows = windowedRows(scroller, table, body, () => map.frame(rows.seen()));

  let sheet: Sheet | null = null;
  let chosenRow = -1;
  let hottest: readonly number[] = [];

  body.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('a') !== null || getSelection()?.isCollapsed === false) return;
    const clicked = target.closest('tr');
    const at = [...rows.present].find(([, row]) => row === clicked)?.[0];
    if (sheet !== null && at !== undefined) chosen.chooseRow(sheet.addressAt(at));
  });

  function fill(next: Sheet): void {
    hottest = hottestRows(next.heat);
    headRow.replaceChildren(...next.columns.map(headCell), element('th', { scope: 'col', class: 'code' }, 'Source'));
    columnGroup.replaceChildren(...next.columns.map(columnElement), element('col', { class: 'code' }));
    const widest = next.texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
    table.style.setProperty('--code-width', String(Math.min(widest, WIDEST_CODE) + ROOM_FOR_LINKS));
    rows.show({
      count: next.texts.length,
      row: (at) => {
        const row = next.rowAt(at);
        if (at === chosenRow) row.setAttribute('aria-current', 'true');
        return row;
      },
    });
    map.draw(next.texts, next.heat);
    table.setAttribute('aria-label', `Lines of ${visible(next.entry.name)}`);
    title.replaceChildren(
      element('a', { class: 'back', href: addressOf(nowhere) }, '‹ Functions'),
      element('h2', {}, visible(next.entry.name)),
      ...next.title,
    );
    notes.replaceChildren(...next.notes.map((note) => element('p', {}, note)));
  }

  function choose(at: number): void {
    rows.present.get(chosenRow)?.removeAttribute('aria-current');
    chosenRow = at;
    rows.present.get(chosenRow)?.setAttribute('aria-current', 'true');
    details.hidden = at < 0;
    details.replaceChildren(...(sheet === null || at < 0 ? [] : sheet.detailsAt(at)));
  }

  return {
    pane,
    get sheet() {
      return sheet;
    },
    get chosenRow() {
      return chosenRow;
    },
    get hottest() {
      return hottest;
    },
    show(next, row) {
      const isOther = next.entry !== sheet?.entry;
      const at = row === null ? -1 : (next.rowOf(row) ?? -1);
      if (isOther) scroller.scrollTo(0, 0);
      if (next !== sheet) {
        sheet = next;
        chosenRow = at;
        fill(next);
      }
      choose(at);
      const hot = hottest[0];
      if (at >= 0) rows.reveal(at, isOther ? 'middle' : 'nearest');
      else if (isOther && hot !== undefined) rows.reveal(hot, 'middle');
      map.frame(rows.seen());
    },
    repaint: () => map.repaint(),
  };
}

function headCell({ title, meaning, classes }: SheetColumn): HTMLElement {
  return element('th', { scope: 'col', class: classes, title: meaning }, title);
}

function columnElement({ classes, widthInCharacters }: SheetColumn): HTMLElement {
  const made = element('col', { class: classes });
  made.style.setProperty('--characters', String(widthInCharacters));
  return made;
}
