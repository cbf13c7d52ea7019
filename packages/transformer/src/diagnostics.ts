/** What the transformer has to say about a source, as values. Lines are 1-based, columns 0-based. */

export interface Diagnostic {
  readonly code: 'idle-mark' | 'left-alone';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The source cannot be parsed. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';

  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
    /** The lines around the place, with a caret below it. */
    readonly frame: string,
  ) {
    super(message);
  }
}

export function codeFrame(source: string, line: number, column: number): string {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const from = Math.max(1, line - 2);
  const to = Math.min(lines.length, line + 1);
  const gutter = String(to).length;
  const rows: string[] = [];
  for (let row = from; row <= to; row++) {
    rows.push(`${row === line ? '>' : ' '} ${String(row).padStart(gutter)} | ${lines[row - 1] ?? ''}`);
    if (row === line) rows.push(`  ${' '.repeat(gutter)} | ${' '.repeat(column)}^`);
  }
  return rows.join('\n');
}
