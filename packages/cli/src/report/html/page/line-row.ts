/** One row of annotated source. */
import type { Row } from '../../../profile/rows.js';
import { visible } from '../../../visible-text.js';
import type { Piece } from '../../code-pieces.js';
import { addressOf } from './address.js';
import { element } from './element.js';
import type { LineColumn } from './line-columns.js';
import type { LineLink } from './line-links.js';

export interface LineRowParts {
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly links: readonly LineLink[];
  readonly columns: readonly LineColumn[];
  readonly classes: readonly string[];
  /** From 0 to 1; null where the line has no number. */
  readonly heat: number | null;
  readonly isCurrent: boolean;
}

export function lineRow({ row, pieces, links, columns, classes, heat, isCurrent }: LineRowParts): HTMLTableRowElement {
  const code = element('code', {}, ...pieces.map(pieceNode));
  const made = element(
    'tr',
    { 'data-line': String(row.line), ...(row.cells === null && { class: 'cold' }) },
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
  if (isCurrent) made.setAttribute('aria-current', 'true');
  return made;
}

function pieceNode({ kind, text }: Piece): Node | string {
  return kind === 'plain' || kind === 'name' ? visible(text) : element('span', { class: kind }, visible(text));
}

function linkNode(link: LineLink): HTMLElement {
  const name = visible(link.entry.listing.name);
  const href = addressOf({ listing: link.entry.index, line: null });
  if (link.kind === 'begins')
    return element('a', { class: 'link', href, title: `${name} has a listing of its own` }, `${name} ↗`);
  const title = `Perhaps calls ${name}, at line ${link.entry.listing.line} of ${visible(link.entry.listing.path)}: the name is the same, the profile does not tell who called it`;
  return element('a', { class: 'link guess', href, title }, `${name}?`);
}
