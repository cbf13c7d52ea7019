/** One profile as a book. What a listing needs is made when it is first shown. */
import { mayHaveJsx, piecesReader } from '../../code-pieces.js';
import type { ProfilePage } from '../page-data.js';
import type { Book, BookMetric, Entry, EntryColumn } from './book.js';
import { sumsOf } from './listing-sums.js';
import { type Metric, metricsFor } from './metrics.js';
import { byCalledName } from './name-matches.js';
import { type OpenListing, type ProfileEntry, type ProfileModel, placeKey } from './profile-model.js';
import { profileSheet } from './profile-sheet.js';
import { countText, durationNodes } from './shown-number.js';
import { unpackRows } from './unpack.js';

export function profileBook({ timed, listings }: ProfilePage): Book {
  const entries = listings.map((listing, index): ProfileEntry => {
    const { name, path, line } = listing;
    return { index, name, path, line, listing, sums: sumsOf(listing) };
  });
  const model: ProfileModel = {
    timed,
    metrics: metricsFor(
      timed,
      entries.map(({ sums }) => sums),
    ),
    byCalledName: byCalledName(entries.filter(({ sums }) => sums.calls > 0)),
    startsAt: new Map(entries.map((entry) => [placeKey(entry.path, entry.line), entry])),
  };
  const opened = remembering((entry: ProfileEntry) => openListing(entry));
  const metricOf = ({ key }: BookMetric) => model.metrics.find((metric) => metric.key === key) ?? model.metrics[0];
  return {
    entries,
    metrics: model.metrics,
    columnsFor: (metric) => columnsFor(metricOf(metric), entries),
    sheetOf: ({ index }, metric) => profileSheet(model, opened(entries[index]!), metricOf(metric)),
    signs: [
      ['~', 'the time was sampled; ± is its standard error'],
      ['+', 'some of the time may be missing: an exception left the line where kernts could not see it'],
      ['name?', 'the line may call this profiled function; a guess by name, for a profile does not tell who called it'],
      ['name ↗', 'this profiled function begins on the line and has a listing of its own'],
      ['% Time', 'share of the function’s own total; a recursion can exceed 100 %'],
    ],
  };
}

function openListing(entry: ProfileEntry): OpenListing {
  const rows = unpackRows(entry.listing);
  const texts = rows.map(({ text }) => text);
  return { entry, rows, piecesAt: piecesReader(texts, mayHaveJsx(entry.path)) };
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function columnsFor(metric: Metric, entries: readonly ProfileEntry[]): readonly EntryColumn[] {
  const sumsAt = ({ index }: Entry) => entries[index]!.sums;
  const sumOf = (entry: Entry) => metric.ofSums(sumsAt(entry));
  const sortBy = (entry: Entry) => sumOf(entry) ?? -1;
  const most = entries.reduce((max, entry) => Math.max(max, sortBy(entry)), 0);
  return [
    {
      key: 'name',
      title: 'Function',
      largestFirst: false,
      sortBy: ({ name }) => name,
      cellOf: () => [],
      partOf: null,
    },
    {
      key: 'line',
      title: 'Line',
      largestFirst: false,
      sortBy: ({ path, line }) => `${path}:${line}`,
      cellOf: ({ line }) => [String(line)],
      partOf: null,
    },
    {
      key: 'calls',
      title: 'Calls',
      largestFirst: true,
      sortBy: (entry) => sumsAt(entry).calls,
      cellOf: (entry) => [countText(sumsAt(entry).calls)],
      partOf: null,
    },
    {
      key: 'metric',
      title: metric.sumTitle,
      largestFirst: true,
      sortBy,
      cellOf: (entry) => sumNodes(sumOf(entry), metric),
      partOf: (entry) => (most > 0 ? (sumOf(entry) ?? 0) / most : 0),
    },
  ];
}

function sumNodes(sum: number | null, { isDuration }: Metric): readonly (Node | string)[] {
  if (sum === null) return ['?'];
  return isDuration ? durationNodes(sum) : [countText(sum)];
}
