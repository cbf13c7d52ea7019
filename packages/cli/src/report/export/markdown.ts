/** The hottest lines with the lines around them, for a pull request or a language model. */
import { type HotLine, hottestLines } from '../../profile/hottest-lines.js';
import type { Measure } from '../../profile/order.js';
import { type Listing, type Report, type Row, reportFrom } from '../../profile/rows.js';
import { everything } from '../../profile/selection.js';
import { visible } from '../../visible-text.js';
import { columnsOf, columnsShown } from '../columns.js';
import { readableDuration } from '../duration.js';
import { notesOf, samplingText } from '../notes.js';
import { clipped } from './clipped.js';
import type { ExportInput } from './export-input.js';
import { codeBlock, codeSpan } from './markdown-code.js';

const HOTTEST = 10;
const CONTEXT = 2;
const WIDEST = 160;
const LINE = 'Line #';

export function markdown({ profile }: ExportInput): string {
  const report = reportFrom(profile, everything);
  const ran = report.listings.flatMap(({ rows }) => rows.filter(({ cells }) => cells !== null)).length;
  const { measure, lines: hottest } = hottestOf(report);
  return [
    `# Line profile of ${codeSpan(visible(profile.command.join(' ')))}`,
    '',
    `${readableDuration(profile.wallNs)} on Node ${codeSpan(visible(profile.node))}, ${codeSpan(visible(profile.startedAt))}. ${timingText(report)}`,
    '',
    ran === 0
      ? 'No line ran.'
      : `Marked \`>\`: the hottest lines by ${measureName[measure]}, ${hottest.length} of ${ran} that ran.`,
    '',
    ...[...byListing(hottest)].flatMap(([listing, hot]) => section(listing, hot, report, measure)),
  ].join('\n');
}

const measureName: Readonly<Record<Measure, string>> = { time: 'time', self: 'own time', hits: 'hits' };

/** By the own time where all have it, so that no line is hot for what another one did; by hits where there are no times. */
function hottestOf(report: Report): { readonly measure: Measure; readonly lines: readonly HotLine[] } {
  const cells = report.listings.flatMap(({ rows }) => rows.flatMap((row) => row.cells ?? []));
  const isTimed = report.timed && cells.some(({ timeNs }) => timeNs > 0);
  const measure = !isTimed ? 'hits' : cells.every(({ selfNs }) => selfNs !== null) ? 'self' : 'time';
  return { measure, lines: hottestLines(report, HOTTEST, measure) };
}

/** The listing of the hottest line first; in each the numbers of its hottest lines. */
function byListing(hottest: readonly HotLine[]): ReadonlyMap<Listing, ReadonlySet<number>> {
  const lines = new Map<Listing, Set<number>>();
  for (const { listing, row } of hottest) lines.set(listing, (lines.get(listing) ?? new Set()).add(row.line));
  return lines;
}

function timingText({ timed, sampling }: Report): string {
  if (!timed) return 'Only hits were counted, no times.';
  const how = sampling === null ? 'Timed by the clock' : `Timing: ${samplingText(sampling)}`;
  return `${how}. A line's time contains what it calls.`;
}

function section(listing: Listing, hot: ReadonlySet<number>, report: Report, measure: Measure): readonly string[] {
  const { name, path, line, calls, totalNs } = listing;
  const total = report.timed ? `, ${readableDuration(totalNs)}` : '';
  return [
    `## ${codeSpan(visible(name))} at ${codeSpan(`${visible(path)}:${line}`)}`,
    '',
    `${calls} ${calls === 1 ? 'call' : 'calls'}${total}`,
    '',
    // The notes name the file, so they stand where nothing is markup.
    codeBlock([...tableOf(listing, hot, report, measure), ...notesOf(listing, report)]),
    '',
  ];
}

function tableOf(listing: Listing, hot: ReadonlySet<number>, { timed }: Report, sort: Measure): readonly string[] {
  const near = listing.rows.filter(({ line }) => isNear(line, hot));
  const columns = columnsOf(near, timed ? columnsShown(listing, timed, null, sort) : ['hits'], timed, {
    kind: 'auto',
  });
  const width = Math.max(LINE.length, ...near.map(({ line }) => String(line).length));
  const header = [LINE.padStart(width), ...columns.map((column) => column.title.padStart(column.width))].join(' ');
  return [
    `  ${header}  Source`,
    ...near.flatMap((row, at) => {
      const isGap = at > 0 && row.line > (near[at - 1]?.line ?? 0) + 1;
      const numbers = columns.map((column) => column.cell(row.cells).padStart(column.width));
      const place = `${hot.has(row.line) ? '>' : ' '} ${String(row.line).padStart(width)}`;
      const text = `${[place, ...numbers].join(' ')}  ${clipped(visible(row.text), WIDEST)}`.trimEnd();
      return isGap ? ['  …', text] : [text];
    }),
  ];
}

function isNear(line: Row['line'], hot: ReadonlySet<number>): boolean {
  for (let other = line - CONTEXT; other <= line + CONTEXT; other++) if (hot.has(other)) return true;
  return false;
}
