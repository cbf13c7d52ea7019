/** One row of annotated source. */
import type { Row } from '../../../profile/rows.js';
import { visible } from '../../../visible-text.js';
import type { Piece } from '../../code-pieces.js';
import { addressOf } from './address.js';
import type { Entry, SheetLink } from './book.js';
import { element } from './element.js';
import type { LineColumn } from './line-columns.js';

export interface LineRowParts {
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly links: readonly SheetLink[];
  readonly columns: readonly LineColumn[];
  readonly classes: readonly string[];
  /** From 0 to 1; null where the line has no number. */
  readonly heat: number | null;
}

export function lineRow({ row, pieces, links, columns, classes, heat }: LineRowParts): HTMLTableRowElement {
  const code = element('code', {}, ...pieces.map(pieceNode));
  const made = element(
    'tr',
    row.cells === null ? { class: 'cold' } : {},
    element('th', { scope: 'row', class: 'line' }, String(row.line)),
    ...columns.map((column, at) =>
      element('td', { class: classes[at] ?? '' }, ...(row.cells === null ? [] : column.nodes(row.cells))),
    ),
    element('td', { class: 'code' }, code, ...links.map(linkNode)),
  );
  if (heat !== null) {
    made.style.setProperty('--part', String(heat));
    // What is read as heat is seen at a tenth already: the eye takes the root for even steps.
    made.style.setProperty('--heat', `${Math.round(Math.sqrt(heat) * 100)}%`);
  }
  return made;
}

export function pieceNode({ kind, text }: Piece): Node | string {
  return kind === 'plain' || kind === 'name' ? visible(text) : element('span', { class: kind }, visible(text));
}

function linkNode({ kind, to }: SheetLink): HTMLElement {
  const name = visible(to.name);
  const link = linkTo(to, kind === 'begins' ? `${name} ↗` : `${name}?`);
  link.className = kind === 'begins' ? 'link' : 'link guess';
  link.title =
    kind === 'begins'
      ? `${name} has a listing of its own`
      : `Perhaps calls ${name}, at line ${to.line} of ${visible(to.path)}: the name is the same, the profile does not tell who called it`;
  return link;
}

export function linkTo(entry: Entry, text = visible(entry.name)): HTMLAnchorElement {
  return element('a', { href: addressOf({ entry: entry.index, row: null }) }, text);
}
