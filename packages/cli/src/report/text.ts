/** The report as line_profiler prints it. A function of rows. */
import { type HotLine, hottestLines } from '../profile/hottest-lines.js';
import { measureOf } from '../profile/order.js';
import type { Who } from '../profile/parts.js';
import type { Cells, Listing, Report } from '../profile/rows.js';
import { visible } from '../visible-text.js';
import { type Column, columnsOf, columnsShown } from './columns.js';
import type { DisplayOptions, Unit } from './display.js';
import { clockNotes, notesOf, sampledNote, samplingText } from './notes.js';
import { fixed, general } from './number-format.js';
import type { Style } from './style.js';

export type TextOptions = Pick<DisplayOptions, 'unit' | 'summarize' | 'columns' | 'hottest' | 'sort'>;

export function textReport(report: Report, options: TextOptions, style: Style): string {
  const { unit, summarize, hottest, sort } = options;
  const blocks =
    hottest === null
      ? report.listings.map((listing) => listingText(listing, report, options, style))
      : [hottestText(hottestLines(report, hottest, measureOf(sort)), report, options, style)];
  const summary = summarize ? report.listings.map((listing) => summaryLine(listing, report.timed)) : [];
  return [head(report, unit), ...blocks, ...summary].map((block) => `${block}\n`).join('');
}

/** Above the report of one process or thread. */
export function partHeading({ pid, threadId, command, isCutOff }: Who, style: Style): string {
  const thread = threadId === null || threadId === 0 ? '' : `, thread ${threadId}`;
  const end = isCutOff ? ' (ended before it could write all that it counted)' : '';
  return `${style.title(`Process ${pid}${thread}: ${visible(command.join(' '))}`)}${end}\n\n`;
}

function head({ timed, sampling }: Report, unit: Unit): string {
  if (!timed) return 'Timing: off (hits only)\n';
  const timer = unit.kind === 'auto' ? 'Timer unit: auto\n' : `Timer unit: ${general(unit.seconds)} s\n`;
  return sampling === null ? timer : `Timing: ${samplingText(sampling)}\n${timer}`;
}

function listingText(listing: Listing, report: Report, options: TextOptions, style: Style): string {
  const { timed } = report;
  const columns = columnsOf(
    listing.rows,
    columnsShown(listing, timed, options.columns, options.sort),
    timed,
    options.unit,
  );
  const places = listing.rows.map(({ line }) => String(line));
  const width = widest(places, 'Line #');
  const header = lineOf(['Line #'.padStart(width), ...columns.map((one) => one.title.padStart(one.width))]);
  const texts = listing.rows.map(({ text }) => visible(text));
  const code = style.code(texts);
  const rows = listing.rows.map(({ line, cells }, at) => {
    const isBehindGap = listing.hasSource && at > 0 && line !== (listing.rows[at - 1]?.line ?? 0) + 1;
    const numbers = lineOf([String(line).padStart(width), ...cellTexts(cells, columns, style)]);
    const text = cells === null ? style.cold(`${numbers}  ${texts[at]}`) : `${numbers}  ${code[at]}`;
    return isBehindGap ? `${style.cold('…'.padStart(width))}\n${text}` : text;
  });
  return [
    ...(timed ? [`Total time: ${general(listing.totalNs / 1e9)} s`] : []),
    `File: ${visible(listing.path)}`,
    `Function: ${style.title(visible(listing.name))} at line ${listing.line}`,
    '',
    ...underlined(`${header}  Line Contents`, style),
    ...rows,
    ...notesOf(listing, report).map(style.note),
    '',
  ].join('\n');
}

function hottestText(lines: readonly HotLine[], report: Report, options: TextOptions, style: Style): string {
  const { timed, sampling } = report;
  const shows = {
    await: lines.some(({ listing }) => listing.shows.await),
    max: lines.some(({ listing }) => listing.shows.max),
  };
  const columns = columnsOf(
    lines.map(({ row }) => row),
    columnsShown({ shows }, timed, options.columns, options.sort),
    timed,
    options.unit,
  );
  const places = lines.map(({ listing, row }) => `${visible(listing.path)}:${row.line}`);
  const names = lines.map(({ listing }) => visible(listing.name));
  const placeWidth = widest(places, 'Place');
  const nameWidth = widest(names, 'Function');
  const numbers = lineOf(columns.map(({ title, width }) => title.padStart(width)));
  const header = `${numbers}  ${'Place'.padEnd(placeWidth)}  ${'Function'.padEnd(nameWidth)}  Line Contents`;
  const rows = lines.map(({ row }, at) => {
    const cells = lineOf(cellTexts(row.cells, columns, style));
    const [contents = ''] = style.code([visible(row.text.trim())]);
    return `${cells}  ${(places[at] ?? '').padEnd(placeWidth)}  ${(names[at] ?? '').padEnd(nameWidth)}  ${contents}`;
  });
  const isSampled = sampling !== null && lines.some(({ row }) => row.cells.isSampled);
  const ownRows = lines.map(({ row }) => row);
  const notes = [...(isSampled ? [sampledNote(sampling)] : []), ...clockNotes(report, ownRows)].map(style.note);
  return [...underlined(header, style), ...rows, ...notes, ''].join('\n');
}

function cellTexts(cells: Cells | null, columns: readonly Column[], style: Style): readonly string[] {
  return columns.map(({ cell, width, isHeated }) => {
    const text = cell(cells).padStart(width);
    return isHeated && cells !== null ? style.heat(text, cells.share) : text;
  });
}

function underlined(header: string, style: Style): readonly string[] {
  return [style.title(header), '='.repeat(header.length)];
}

function lineOf(cells: readonly string[]): string {
  return cells.join(' ');
}

function widest(texts: readonly string[], title: string): number {
  return texts.reduce((width, text) => Math.max(width, text.length), title.length);
}

function summaryLine({ name, path, line, totalNs, calls }: Listing, timed: boolean): string {
  const amount = timed ? `${fixed(totalNs / 1e9, 2).padStart(6)} seconds` : `${String(calls).padStart(6)} calls`;
  return `${amount} - ${visible(path)}:${line} - ${visible(name)}`;
}
