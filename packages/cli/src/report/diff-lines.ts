/** The lines of a function before and after. */
import type { FunctionChange, LineChange } from '../profile/diff/compare.js';
import type { Cells, Row } from '../profile/rows.js';
import { visible } from '../visible-text.js';
import { changeCells, changeTitles, oneSidedCells, type Times } from './change-cells.js';
import type { Style } from './style.js';
import { type Cell, left, right, rights, tableText } from './table.js';

export function linesText({ lines }: FunctionChange, times: Times, style: Style): string {
  const titles = [
    left(''),
    ...rights(['Line before', 'after', 'Hits before', 'after']),
    ...changeTitles(times),
    left('Line Contents'),
  ];
  return tableText(
    titles,
    lines.flatMap((line) => rowsOf(line, times, style)),
    style,
  );
}

function rowsOf(line: LineChange, times: Times, style: Style): readonly (readonly Cell[])[] {
  switch (line.kind) {
    case 'removed':
      return [oneSided(line.before, 'before', times, style)];
    case 'added':
      return [oneSided(line.after, 'after', times, style)];
    case 'same':
      return [twoSided(' ', line, times, style)];
    case 'moved':
      return [twoSided('>', line, times, style)];
    case 'edited':
      return [
        [
          left('~'),
          ...rights(['', '', '', '']),
          ...oneSidedCells(null, 'before', times),
          left(visible(line.before.text), style.loss),
        ],
        twoSided('~', line, times, style),
      ];
  }
}

function oneSided({ line, cells, text }: Row, side: 'before' | 'after', times: Times, style: Style): readonly Cell[] {
  const isBefore = side === 'before';
  const pair = (one: string) => rights(isBefore ? [one, ''] : ['', one]);
  return [
    left(isBefore ? '-' : '+'),
    ...pair(String(line)),
    ...pair(hits(cells)),
    ...oneSidedCells(cells?.timeNs ?? null, side, times),
    left(visible(text), isBefore ? style.loss : style.gain),
  ];
}

function twoSided(
  sign: string,
  { before, after, time }: Extract<LineChange, { readonly kind: 'same' | 'moved' | 'edited' }>,
  times: Times,
  style: Style,
): readonly Cell[] {
  const ran = before.cells !== null || after.cells !== null;
  return [
    left(sign),
    right(String(before.line)),
    right(String(after.line)),
    right(hits(before.cells)),
    right(hits(after.cells)),
    ...(ran ? changeCells(time, times, style) : oneSidedCells(null, 'before', times)),
    left(visible(after.text), ran ? undefined : style.cold),
  ];
}

function hits(cells: Cells | null): string {
  return cells === null ? '' : String(cells.hits);
}
