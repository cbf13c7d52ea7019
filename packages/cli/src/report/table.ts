/** Columns as wide as what stands in them. */
import type { Style } from './style.js';

export interface Cell {
  readonly text: string;
  readonly side: 'left' | 'right';
  readonly dye?: (text: string) => string;
}

export function left(text: string, dye?: Cell['dye']): Cell {
  return { text, side: 'left', ...(dye !== undefined && { dye }) };
}

export function right(text: string, dye?: Cell['dye']): Cell {
  return { text, side: 'right', ...(dye !== undefined && { dye }) };
}

export function rights(texts: readonly string[]): readonly Cell[] {
  return texts.map((text) => right(text));
}

/** Titles, a rule, the rows; no line ends in spaces. */
export function tableText(titles: readonly Cell[], rows: readonly (readonly Cell[])[], style: Style): string {
  const widths = titles.map(({ text }, at) =>
    rows.reduce((width, row) => Math.max(width, row[at]?.text.length ?? 0), text.length),
  );
  const header = lineOf(titles, widths);
  return [style.title(header), '='.repeat(header.length), ...rows.map((row) => lineOf(row, widths))].join('\n');
}

function lineOf(cells: readonly Cell[], widths: readonly number[]): string {
  return cells
    .map(({ text, side, dye }, at) => {
      const width = widths[at] ?? 0;
      const isLast = at === cells.length - 1;
      const padded = side === 'right' ? text.padStart(width) : isLast ? text : text.padEnd(width);
      return dye === undefined ? padded : dye(padded);
    })
    .join(' ')
    .trimEnd();
}
