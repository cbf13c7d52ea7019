import { expect, test } from 'vitest';
import { reportFrom } from '../../src/profile/rows.js';
import { everything } from '../../src/profile/selection.js';
import { orderAfter, orderedEntries } from '../../src/report/html/page/entry-order.js';
import { sumsOf } from '../../src/report/html/page/listing-sums.js';
import { metricsFor } from '../../src/report/html/page/metrics.js';
import { profileBook } from '../../src/report/html/page/profile-book.js';
import { profilePage } from '../../src/report/html/profile-page.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const profile = profileOf({
  files: [fileOf({ path: 'b.ts' }), fileOf({ path: 'a.ts' })],
  functions: [
    functionOf({ name: 'f10', line: 9, markLine: null, calls: 1, totalNs: 50, lines: [lineOf({ line: 9, hits: 3 })] }),
    functionOf({ name: 'f9', line: 2, markLine: null, calls: 5, totalNs: 90, lines: [lineOf({ line: 2, hits: 1 })] }),
    functionOf({ name: 'Grid.step', file: 1, line: 4, markLine: null, calls: 3, totalNs: 70, lines: [] }),
  ],
});
const page = profilePage(reportFrom(profile, everything), profile);
const book = profileBook(page);

function columnOf(key: string, metric = 'time') {
  const by = book.metrics.find((one) => one.key === metric) ?? book.metrics[0];
  const column = book.columnsFor(by).find((one) => one.key === key);
  if (column === undefined) throw new Error(`There is no column ${key}.`);
  return column;
}

test.each<[string, boolean, string, string[]]>([
  ['metric', true, 'time', ['f9', 'Grid.step', 'f10']],
  ['metric', true, 'hits', ['f10', 'f9', 'Grid.step']],
  ['name', false, 'time', ['f9', 'f10', 'Grid.step']],
  ['line', false, 'time', ['Grid.step', 'f9', 'f10']],
  ['calls', true, 'time', ['f9', 'Grid.step', 'f10']],
])('by %s, descending %s, with %s', (key, descending, metric, expected) => {
  expect(orderedEntries(book.entries, '', columnOf(key, metric), descending).map(({ name }) => name)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['GRID', ['Grid.step']],
  ['b.ts', ['f9', 'f10']],
  ['b.ts:9', ['f10']],
  ['ts step', ['Grid.step']],
  ['nothing', []],
])('searching for %s', (query, expected) => {
  expect(orderedEntries(book.entries, query, columnOf('metric'), true).map(({ name }) => name)).toEqual(expected);
});

test('the same column once more turns the order round; numbers begin with the largest', () => {
  const first = orderAfter({ key: 'metric', descending: true }, columnOf('name'));
  expect(first).toEqual({ key: 'name', descending: false });
  expect(orderAfter(first, columnOf('name'))).toEqual({ key: 'name', descending: true });
  expect(orderAfter(first, columnOf('calls'))).toEqual({ key: 'calls', descending: true });
});

test('metrics that say nothing are not offered', () => {
  const keys = (timed: boolean, sums = page.listings.map(sumsOf)) => metricsFor(timed, sums).map(({ key }) => key);
  expect(keys(true)).toEqual(['time', 'hits', 'per-hit', 'max']);
  expect(keys(true, [{ calls: 1, totalNs: 1, selfNs: 1, hits: 1, awaitNs: 1, maxNs: 1 }])).toEqual([
    'time',
    'self',
    'hits',
    'per-hit',
    'await',
    'max',
  ]);
  expect(keys(false)).toEqual(['hits']);
});
