/** The numbers of rows as text: which columns there are, how each cell reads, how wide they become. */
import type { Cells, Listing } from '../profile/rows.js';
import type { ColumnName, DisplayOptions, Unit } from './display.js';
import { readableDuration } from './duration.js';
import { fixed, general } from './number-format.js';

export interface Column {
  readonly title: string;
  readonly width: number;
  /** Gets warmer with the time of its row. */
  readonly isHeated: boolean;
  /** Empty for a row without numbers. */
  readonly cell: (cells: Cells | null) => string;
}

interface Kind {
  readonly title: string;
  /** line_profiler's; wider where a cell needs it. */
  readonly width: number;
  readonly isTimely: boolean;
  readonly isHeated: boolean;
  readonly text: (cells: Cells, time: (ns: number) => string) => string;
}

const kinds: Readonly<Record<ColumnName, Kind>> = {
  hits: {
    title: 'Hits',
    width: 9,
    isTimely: false,
    isHeated: false,
    text: ({ hits }) => fitting(String(hits), 9, () => general(hits)),
  },
  time: {
    title: 'Time',
    width: 12,
    isTimely: true,
    isHeated: true,
    text: ({ timeNs, isUncertain, isSampled }, time) =>
      time(timeNs) + (isUncertain ? '+' : '') + (isSampled ? '~' : ''),
  },
  self: {
    title: 'Self',
    width: 12,
    isTimely: true,
    isHeated: true,
    text: ({ selfNs, isSampled }, time) => (selfNs === null ? '?' : time(selfNs) + (isSampled ? '~' : '')),
  },
  await: {
    title: 'Await',
    width: 12,
    isTimely: true,
    isHeated: false,
    text: ({ awaitNs, awaitErrorNs }, time) => (awaitNs > 0 ? time(awaitNs) + (awaitErrorNs > 0 ? '~' : '') : ''),
  },
  perhit: {
    title: 'Per Hit',
    width: 8,
    isTimely: true,
    isHeated: true,
    text: ({ perHitNs }, time) => (perHitNs === null ? '' : time(perHitNs)),
  },
  max: { title: 'Max', width: 8, isTimely: true, isHeated: true, text: ({ maxNs }, time) => time(maxNs) },
  percent: {
    title: '% Time',
    width: 8,
    isTimely: true,
    isHeated: true,
    text: ({ share }) => (share === null ? '' : shareText(share)),
  },
};

/** Those that were asked for; else line_profiler's, with `Await` and `Max` where they say something. */
export function columnsShown(
  { shows }: Pick<Listing, 'shows'>,
  timed: boolean,
  asked: readonly ColumnName[] | null,
  sort?: DisplayOptions['sort'],
): readonly ColumnName[] {
  if (asked !== null) return asked;
  // What a report is ordered by stands in it.
  const self: readonly ColumnName[] = sort === 'self' && timed ? ['self'] : [];
  const awaits: readonly ColumnName[] = shows.await && timed ? ['await'] : [];
  const longest: readonly ColumnName[] = shows.max && timed ? ['max'] : [];
  return ['hits', 'time', ...self, ...awaits, 'perhit', ...longest, 'percent'];
}

export function columnsOf(
  rows: readonly { readonly cells: Cells | null }[],
  names: readonly ColumnName[],
  timed: boolean,
  unit: Unit,
): readonly Column[] {
  return names.map((name) => {
    const { title, width, isTimely, isHeated, text } = kinds[name];
    const time = (ns: number) => timeText(ns, unit, width);
    const isBlank = isTimely && !timed;
    const cell = (cells: Cells | null): string => (cells === null || isBlank ? '' : text(cells, time));
    const widest = rows.reduce((most, { cells }) => Math.max(most, cell(cells).length), width);
    return { title, width: widest, isHeated, cell };
  });
}

/** line_profiler's `%5.1f`, and `%5.3g` where that is wider than the column. */
export function timeText(ns: number, unit: Unit, width: number): string {
  if (unit.kind === 'auto') return readableDuration(ns);
  const amount = ns / (unit.seconds * 1e9);
  return fitting(fixed(amount, 1), width, () => general(amount, 3));
}

/** A total of less than any clock tells makes a share beyond every number. */
function shareText(share: number): string {
  const percent = Math.min(share * 100, Number.MAX_VALUE);
  return fitting(fixed(percent, 1), 8, () => general(percent, 3));
}

function fitting(text: string, width: number, shorter: () => string): string {
  return text.length > width ? shorter() : text;
}
