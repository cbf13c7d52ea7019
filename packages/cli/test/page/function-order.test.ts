import { expect, test } from 'vitest';
import { reportFrom } from '../../src/profile/rows.js';
import { everything } from '../../src/profile/selection.js';
import { packListing } from '../../src/report/html/pack.js';
import { hottestFirst, type Order, orderAfter, orderedEntries } from '../../src/report/html/page/function-order.js';
import { sumsOf } from '../../src/report/html/page/listing-sums.js';
import { metricsFor } from '../../src/report/html/page/metrics.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const profile = profileOf({
  files: [fileOf({ path: 'b.ts' }), fileOf({ path: 'a.ts' })],
  functions: [
    functionOf({ name: 'f10', line: 9, markLine: null, calls: 1, totalNs: 50, lines: [lineOf({ line: 9, hits: 3 })] }),
    functionOf({ name: 'f9', line: 2, markLine: null, calls: 5, totalNs: 90, lines: [lineOf({ line: 2, hits: 1 })] }),
    functionOf({ name: 'Grid.step', file: 1, line: 4, markLine: null, calls: 3, totalNs: 70, lines: [] }),
  ],
});
const report = reportFrom(profile, everything);
const entries = report.listings.map((listing, index) => {
  const packed = packListing(listing, report);
  return { index, listing: packed, sums: sumsOf(packed) };
});
const metrics = metricsFor(
  true,
  entries.map(({ sums }) => sums),
);

function names(query: string, order: Order, metric = 'time'): readonly string[] {
  const by = metrics.find(({ key }) => key === metric);
  if (by === undefined) throw new Error(`${metric} is not offered`);
  return orderedEntries(entries, query, order, by).map(({ listing }) => listing.name);
}

test.each<[Order, string, string[]]>([
  [hottestFirst, 'time', ['f9', 'Grid.step', 'f10']],
  [hottestFirst, 'hits', ['f10', 'f9', 'Grid.step']],
  [{ by: 'name', descending: false }, 'time', ['f9', 'f10', 'Grid.step']],
  [{ by: 'line', descending: false }, 'time', ['Grid.step', 'f9', 'f10']],
  [{ by: 'calls', descending: true }, 'time', ['f9', 'Grid.step', 'f10']],
])('%j with %s', (order, metric, expected) => expect(names('', order, metric)).toEqual(expected));

test.each<[string, string[]]>([
  ['GRID', ['Grid.step']],
  ['b.ts', ['f9', 'f10']],
  ['b.ts:9', ['f10']],
  ['ts step', ['Grid.step']],
  ['nothing', []],
])('searching for %s', (query, expected) => expect(names(query, hottestFirst)).toEqual(expected));

test('the same column once more turns the order round', () => {
  const first = orderAfter(hottestFirst, 'name');
  expect(first).toEqual({ by: 'name', descending: false });
  expect(orderAfter(first, 'name')).toEqual({ by: 'name', descending: true });
  expect(orderAfter(first, 'calls')).toEqual({ by: 'calls', descending: true });
});

test('metrics that say nothing are not offered', () => {
  expect(metrics.map(({ key }) => key)).toEqual(['time', 'hits', 'per-hit', 'max']);
  expect(metricsFor(false, []).map(({ key }) => key)).toEqual(['hits']);
});
