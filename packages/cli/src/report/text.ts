/** The report as line_profiler prints it. A function of rows. */
import type { Listing, Report, Row } from '../profile/rows.js';
import { visible } from '../visible-text.js';
import { type Column, columnsOf } from './columns.js';
import type { DisplayOptions, Unit } from './display.js';
import { notesOf, samplingText } from './notes.js';
import { fixed, general } from './number-format.js';
import type { Style } from './style.js';

export function textReport(
  report: Report,
  { unit, summarize }: Pick<DisplayOptions, 'unit' | 'summarize'>,
  style: Style,
): string {
  const blocks = report.listings.map((listing) => listingText(listing, report, unit, style));
  const summary = summarize ? report.listings.map((listing) => summaryLine(listing, report.timed)) : [];
  return [head(report, unit), ...blocks, ...summary].map((block) => `${block}\n`).join('');
}

function head({ timed, sampling }: Report, unit: Unit): string {
  if (!timed) return 'Timing: off (hits only)\n';
  const timer = unit.kind === 'auto' ? 'Timer unit: auto\n' : `Timer unit: ${general(unit.seconds)} s\n`;
  return sampling === null ? timer : `Timing: ${samplingText(sampling)}\n${timer}`;
}

function listingText(listing: Listing, report: Report, unit: Unit, style: Style): string {
  const { timed } = report;
  const columns = columnsOf(listing, timed, unit);
  const header = lineOf(
    columns.map(({ title, width }) => title.padStart(width)),
    'Line Contents',
  );
  return [
    ...(timed ? [`Total time: ${general(listing.totalNs / 1e9)} s`] : []),
    `File: ${visible(listing.path)}`,
    `Function: ${style.title(visible(listing.name))} at line ${listing.line}`,
    '',
    style.title(header),
    '='.repeat(header.length),
    ...listing.rows.map((row) => rowText(row, columns, style)),
    ...notesOf(listing, report).map(style.note),
    '',
  ].join('\n');
}

function rowText(row: Row, columns: readonly Column[], style: Style): string {
  const cells = columns.map((column) => column.cell(row).padStart(column.width));
  const contents = visible(row.text);
  if (row.cells === null) return style.cold(lineOf(cells, contents));
  const share = row.cells.share;
  return lineOf(
    cells.map((cell, at) => (columns[at]?.isTimely ? style.heat(cell, share) : cell)),
    style.heat(contents, share),
  );
}

function lineOf(cells: readonly string[], contents: string): string {
  return `${cells.join(' ')}  ${contents}`;
}

function summaryLine({ name, path, line, totalNs, calls }: Listing, timed: boolean): string {
  const amount = timed ? `${fixed(totalNs / 1e9, 2).padStart(6)} seconds` : `${String(calls).padStart(6)} calls`;
  return `${amount} - ${visible(path)}:${line} - ${visible(name)}`;
}
