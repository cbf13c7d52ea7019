/** The annotated source of one function. */
import { visible } from '../../../visible-text.js';
import { addressOf } from './address.js';
import { element } from './element.js';
import { heatOf, hottestRows } from './heat.js';
import { type LineColumn, lineColumns } from './line-columns.js';
import { type LineLink, linksOf } from './line-links.js';
import { lineRow } from './line-row.js';
import type { Metric } from './metrics.js';
import { minimap } from './minimap.js';
import type { Model, OpenListing } from './model.js';
import { countText, durationNodes } from './shown-number.js';
import type { Chosen } from './state.js';
import { windowedRows } from './windowed-rows.js';

export interface SourceView {
  readonly pane: HTMLElement;
  readonly scroller: HTMLElement;
  show(open: OpenListing, metric: Metric, line: number | null): void;
  /** Colours have changed. */
  repaint(): void;
  /** 0-based; -1 when no line is chosen. */
  readonly chosenRow: number;
  readonly hottest: readonly number[];
  readonly rowCount: number;
  /** Of the chosen line. */
  readonly links: readonly LineLink[];
}

export function sourceView(model: Model, chosen: Chosen): SourceView {
  const headRow = element('tr');
  const columnGroup = element('colgroup');
  const body = element('tbody');
  const table = element('table', { class: 'source' }, columnGroup, element('thead', {}, headRow), body);
  const scroller = element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Source' }, table);
  const title = element('div', { class: 'title' });
  const notes = element('div', { class: 'notes' });
  const map = minimap(scroller);
  const pane = element(
    'section',
    { class: 'pane source-pane', 'aria-label': 'Annotated source' },
    title,
    element('div', { class: 'with-map' }, scroller, map.canvas),
    notes,
  );
  const rows = windowedRows(scroller, table, body, () => map.frame(rows.seen()));

  let open: OpenListing | null = null;
  let metric: Metric | null = null;
  let chosenRow = -1;
  let hottest: readonly number[] = [];

  body.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest('tr');
    if (row?.dataset['line'] === undefined || target?.closest('a') !== null || getSelection()?.isCollapsed === false)
      return;
    chosen.chooseLine(Number(row.dataset['line']));
  });

  function fill(next: OpenListing, by: Metric): void {
    const { listing } = next.entry;
    const heat = heatOf(next.rows, by, listing.totalNs);
    hottest = hottestRows(heat);
    const columns = lineColumns(
      listing,
      model.data.timed,
      model.metrics.map(({ key }) => key),
    );
    const classes = columns.map((column) => classOf(column, by));
    headRow.replaceChildren(
      element('th', { scope: 'col', class: 'line' }, 'Line'),
      ...columns.map(({ title, meaning }, at) =>
        element('th', { scope: 'col', class: classes[at] ?? '', title: meaning }, title),
      ),
      element('th', { scope: 'col', class: 'code' }, 'Source'),
    );
    const lineDigits = String(next.rows.at(-1)?.line ?? 0).length;
    columnGroup.replaceChildren(
      column('line', lineDigits),
      ...columns.map(({ widthInCharacters }, at) => column(classes[at] ?? '', widthInCharacters)),
      element('col', { class: 'code' }),
    );
    const widest = next.rows.reduce((most, { text }) => Math.max(most, widthOf(text)), 0);
    table.style.setProperty('--code-width', String(Math.min(widest, 2000) + 32));
    rows.show({
      count: next.rows.length,
      row: (at) =>
        lineRow({
          row: next.rows[at]!,
          pieces: next.pieces[at] ?? [],
          links: linksOf(model, next, at),
          columns,
          classes,
          heat: heat[at] ?? null,
          isCurrent: at === chosenRow,
        }),
    });
    map.draw(next.rows, heat);
  }

  function mark(isCurrent: boolean): void {
    const row = rows.present.get(chosenRow);
    if (isCurrent) row?.setAttribute('aria-current', 'true');
    else row?.removeAttribute('aria-current');
  }

  return {
    pane,
    scroller,
    get chosenRow() {
      return chosenRow;
    },
    get hottest() {
      return hottest;
    },
    get rowCount() {
      return open?.rows.length ?? 0;
    },
    get links() {
      return open === null || chosenRow < 0 ? [] : linksOf(model, open, chosenRow);
    },
    show(next, by, line) {
      const isOther = next !== open;
      const row = line === null ? -1 : next.rows.findIndex((one) => one.line === line);
      if (isOther || by !== metric) {
        open = next;
        metric = by;
        chosenRow = row;
        if (isOther) {
          scroller.scrollTo(0, 0);
          showTitle(title, next);
          table.setAttribute('aria-label', `Lines of ${visible(next.entry.listing.name)}`);
          notes.replaceChildren(...next.entry.listing.notes.map((note) => element('p', {}, note)));
        }
        fill(next, by);
      } else if (row !== chosenRow) {
        mark(false);
        chosenRow = row;
        mark(true);
      }
      if (chosenRow >= 0) rows.reveal(chosenRow, isOther ? 'middle' : 'nearest');
      else if (isOther && hottest[0] !== undefined) rows.reveal(hottest[0], 'middle');
      map.frame(rows.seen());
    },
    repaint: () => map.repaint(),
  };
}

/** Where there is room for little, the chosen metric's columns remain. */
function classOf({ metric, companionOf }: LineColumn, by: Metric): string {
  if (metric === by.key) return 'number chosen';
  return companionOf === by.key ? 'number companion' : 'number other';
}

function column(classes: string, characters: number): HTMLElement {
  const made = element('col', { class: classes });
  made.style.setProperty('--characters', String(characters));
  return made;
}

/** In columns of the code's font; wide characters take two, tabs at most four. */
function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return Array.from(text).reduce((width, character) => width + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (character === '\t') return 4;
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
}

function showTitle(title: HTMLElement, { entry: { listing, sums } }: OpenListing): void {
  title.replaceChildren(
    element('a', { class: 'back', href: addressOf({ listing: null, line: null }) }, '‹ Functions'),
    element('h2', {}, visible(listing.name)),
    element('p', { class: 'where' }, `${visible(listing.path)}:${listing.line}`),
    element(
      'p',
      { class: 'sums' },
      `${countText(listing.calls)} ${listing.calls === 1 ? 'call' : 'calls'}`,
      ...(sums.totalNs > 0 ? [' · ', ...durationNodes(sums.totalNs), ' in all'] : []),
    ),
  );
}
