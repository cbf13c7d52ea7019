/**
 * The rows of a long table that are in view, between two rows that stand for those above and below. All rows have one height. Up to
 * `ALL` rows are all there, so that the browser's own search and printing find them.
 */
import { element } from './element.js';

const ALL = 1500;
/** Rows kept ready above and below what is seen. */
const SPARE = 40;

export interface RowSource {
  readonly count: number;
  /** Asked for once per showing; `index` is 0-based. */
  readonly row: (index: number) => HTMLTableRowElement;
}

export interface WindowedRows {
  show(source: RowSource): void;
  /** Rows that are there now, by index. */
  readonly present: ReadonlyMap<number, HTMLTableRowElement>;
  /** Scrolls as little as brings the row into view. */
  reveal(index: number, where: 'nearest' | 'middle'): void;
  /** Which part of all rows is in view: from 0 to 1. */
  seen(): { readonly from: number; readonly to: number };
}

export function windowedRows(
  scroller: HTMLElement,
  table: HTMLTableElement,
  body: HTMLTableSectionElement,
  onMove: () => void,
): WindowedRows {
  const above = spacer();
  const below = spacer();
  let source: RowSource = { count: 0, row: () => element('tr') };
  let present = new Map<number, HTMLTableRowElement>();
  let drawn = { first: 0, end: 0 };

  const rowHeight = () => Number.parseFloat(getComputedStyle(table).getPropertyValue('--row-height'));
  const headHeight = () => table.tHead?.offsetHeight ?? 0;
  /** What the sticky head leaves of the scroller. */
  const roomHeight = () => Math.max(scroller.clientHeight - headHeight(), rowHeight());

  function draw(force: boolean): void {
    const height = rowHeight();
    const top = Math.floor(scroller.scrollTop / height);
    const isAll = source.count <= ALL;
    const first = isAll ? 0 : Math.max(0, Math.min(top, source.count) - SPARE);
    const end = isAll ? source.count : Math.min(source.count, top + Math.ceil(roomHeight() / height) + SPARE);
    if (!force && first === drawn.first && end === drawn.end) return;
    const next = new Map<number, HTMLTableRowElement>();
    for (let index = first; index < end; index++) {
      const row = (force ? undefined : present.get(index)) ?? source.row(index);
      if (!isAll) row.setAttribute('aria-rowindex', String(index + 2));
      next.set(index, row);
    }
    setHeight(above, first * height);
    setHeight(below, (source.count - end) * height);
    body.replaceChildren(above, ...next.values(), below);
    table.setAttribute('aria-rowcount', String(source.count + 1));
    present = next;
    drawn = { first, end };
  }

  let isAwaited = false;
  const moved = () => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      draw(false);
      onMove();
    });
  };
  scroller.addEventListener('scroll', moved, { passive: true });
  new ResizeObserver(moved).observe(scroller);

  return {
    show(shown) {
      source = shown;
      draw(true);
    },
    get present() {
      return present;
    },
    reveal(index, where) {
      const height = rowHeight();
      const top = index * height;
      const room = roomHeight();
      const isSeen = top >= scroller.scrollTop && top + height <= scroller.scrollTop + room;
      if (where === 'middle' && !isSeen) scroller.scrollTop = top - room / 2 + height / 2;
      else if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + height > scroller.scrollTop + room) scroller.scrollTop = top + height - room;
      draw(false);
    },
    seen() {
      const height = source.count * rowHeight();
      if (height === 0) return { from: 0, to: 1 };
      return { from: scroller.scrollTop / height, to: Math.min(1, (scroller.scrollTop + roomHeight()) / height) };
    },
  };
}

function spacer(): HTMLTableRowElement {
  return element('tr', { class: 'spacer', 'aria-hidden': 'true' }, element('td', { colspan: '99' }));
}

function setHeight(row: HTMLTableRowElement, pixels: number): void {
  row.hidden = pixels === 0;
  row.style.setProperty('height', `${pixels}px`);
}
