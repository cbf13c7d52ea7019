/** Two profiles as a book: what got faster and slower. */
import type { Change } from '../../../profile/diff/change.js';
import type { DiffPage, FunctionDiff } from '../page-data.js';
import type { Book, BookMetric, Entry, EntryColumn } from './book.js';
import { diffSheet } from './diff-sheet.js';
import { changeNodes, countText, durationNodes, signedPercentText } from './shown-number.js';

export function diffBook({ timed, functions }: DiffPage): Book {
  const entries = functions.map(({ name, path, line }, index): Entry => ({ index, name, path, line }));
  const metrics: readonly [BookMetric] = timed
    ? [{ key: 'time', title: 'Change in time', meaning: 'time after less time before' }]
    : [{ key: 'hits', title: 'Change in hits', meaning: 'hits after less hits before' }];
  const columns = columnsOf(functions, timed);
  return {
    entries,
    metrics,
    columnsFor: () => columns,
    sheetOf: (entry) => diffSheet(entry, functions[entry.index]!, timed),
    signs: [
      ['−', 'the line was removed'],
      ['+', 'the line is new'],
      ['~', 'the line was edited; its text before stands above it'],
      ['>', 'the line was moved'],
      [
        '≈',
        'no larger than what the profiles know of their own error; how two runs of one program differ, they do not',
      ],
    ],
  };
}

function columnsOf(functions: readonly FunctionDiff[], timed: boolean): readonly EntryColumn[] {
  const at = ({ index }: Entry) => functions[index]!;
  const name: EntryColumn = {
    key: 'name',
    title: 'Function',
    largestFirst: false,
    sortBy: ({ name: text }) => text,
    cellOf: () => [],
    partOf: null,
  };
  const calls = (key: string, title: string, of: (fn: FunctionDiff) => number): EntryColumn => ({
    key,
    title,
    largestFirst: true,
    sortBy: (entry) => of(at(entry)),
    cellOf: (entry) => [countText(of(at(entry)))],
    partOf: null,
  });
  if (!timed)
    return [
      name,
      calls('calls', 'Was called', ({ callsBefore }) => callsBefore),
      calls('metric', 'Calls', ({ callsAfter }) => callsAfter),
    ];
  const most = functions.reduce((max, { time }) => Math.max(max, Math.abs(time.changeNs)), 0);
  const time = (key: string, title: string, of: (change: Change) => number): EntryColumn => ({
    key,
    title,
    largestFirst: true,
    sortBy: (entry) => of(at(entry).time),
    cellOf: (entry) => durationNodes(of(at(entry).time)),
    partOf: null,
  });
  return [
    name,
    time('before', 'Before', ({ beforeNs }) => beforeNs),
    time('after', 'After', ({ afterNs }) => afterNs),
    {
      key: 'percent',
      title: '%',
      largestFirst: true,
      sortBy: (entry) => at(entry).time.share ?? 0,
      cellOf: (entry) => [signedPercentText(at(entry).time.share)],
      partOf: null,
    },
    {
      key: 'metric',
      title: 'Change',
      largestFirst: true,
      // The largest change first, be it gain or loss.
      sortBy: (entry) => Math.abs(at(entry).time.changeNs),
      cellOf: (entry) => changeNodes(at(entry).time.changeNs, at(entry).time.isNoise),
      partOf: (entry) => (most > 0 ? at(entry).time.changeNs / most : 0),
    },
  ];
}
