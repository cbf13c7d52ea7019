import { expect, it } from 'vitest';
import { reportFrom } from '../src/profile/rows.js';
import { everything, type Selection } from '../src/profile/selection.js';
import { fileOf, functionOf, lineOf, profileOf, profileOfLines } from './sample-profile.js';

it('lists a function from its mark to its end', () => {
  const [listing] = reportFrom(profileOf(), everything).listings;
  expect(listing).toMatchObject({ name: 'slow', path: 'w.ts', line: 3, hasSource: true, uncertainNs: 0 });
  expect(listing?.rows.map(({ line, text }) => [line, text])).toEqual([
    [3, '// @profile'],
    [4, 'function slow() {'],
    [5, '  sleep(1.2);'],
    [6, '}'],
  ]);
  expect(listing?.rows.map(({ cells }) => cells?.hits ?? null)).toEqual([null, null, 1, null]);
});

it('lists the first line without the byte order mark of its file', () => {
  const [listing] = reportFrom(profileOfLines(['\uFEFFf();'], [lineOf({ line: 1, hits: 1 })], 1), everything).listings;
  expect(listing?.rows[0]?.text).toBe('f();');
});

it('begins at the function where nothing marks it', () => {
  const [listing] = reportFrom(profileOf({ functions: [functionOf({ markLine: null })] }), everything).listings;
  expect(listing?.line).toBe(4);
  expect(listing?.rows[0]?.line).toBe(4);
});

it('leaves a line that never ran blank, and one without a hit of its own without a mean', () => {
  const lines = [
    lineOf({ line: 1 }),
    lineOf({ line: 2, timeNs: 30, maxNs: 30 }),
    lineOf({ line: 3, hits: 2, timeNs: 70 }),
  ];
  const [listing] = reportFrom(profileOfLines(['a', 'b', 'c'], lines, 100), everything).listings;
  expect(listing?.rows.map(({ cells }) => cells && [cells.hits, cells.perHitNs, cells.share])).toEqual([
    null,
    [0, null, 0.3],
    [2, 35, 0.7],
  ]);
});

it('has no shares of a total of 0', () => {
  const [listing] = reportFrom(profileOfLines(['a'], [lineOf({ line: 1, hits: 3 })], 0), everything).listings;
  expect(listing?.rows[0]?.cells?.share).toBeNull();
});

it('loses no number that lies outside of the function', () => {
  const lines = [lineOf({ line: 2, hits: 1 }), lineOf({ line: 8, hits: 1 })];
  const [listing] = reportFrom(profileOf({ functions: [functionOf({ lines })] }), everything).listings;
  expect(listing?.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

it('lists no blank lines behind the source, and keeps the numbers that lie there', () => {
  const fn = functionOf({ endLine: 1e12, lines: [lineOf({ line: 5, hits: 1 }), lineOf({ line: 1e9, hits: 2 })] });
  const [listing] = reportFrom(profileOf({ functions: [fn] }), everything).listings;
  expect(listing?.rows.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 1e9]);
});

it('counts lines as the language does', () => {
  const source = 'a\r\nb\rc\u2028d\u2029e\nf';
  const fn = functionOf({ markLine: null, line: 1, endLine: 6, lines: [] });
  const [listing] = reportFrom(profileOf({ files: [fileOf({ source })], functions: [fn] }), everything).listings;
  expect(listing?.rows.map(({ text }) => text).join('')).toBe('abcdef');
});

it('shows only the lines with numbers when the source is not kept', () => {
  const [listing] = reportFrom(profileOf({ files: [fileOf({ source: null })] }), everything).listings;
  expect(listing?.hasSource).toBe(false);
  expect(listing?.rows).toMatchObject([{ line: 5, text: '', cells: { hits: 1 } }]);
});

it.each([
  ['ten times the mean and a twentieth of the total', { hits: 100, timeNs: 1000, maxNs: 100 }, 2000, true],
  ['less than ten times the mean', { hits: 100, timeNs: 1000, maxNs: 99 }, 1000, false],
  ['too little of the total', { hits: 100, timeNs: 1000, maxNs: 100 }, 2001, false],
  ['nothing', { hits: 0, timeNs: 0, maxNs: 0 }, 0, false],
  ['no time at all', { hits: 5, timeNs: 0, maxNs: 0 }, 0, false],
  ['a single hit', { hits: 1, timeNs: 100, maxNs: 100 }, 100, false],
])('Max when a stay is %s', (_when, numbers, totalNs, expected) => {
  const [listing] = reportFrom(profileOfLines(['a'], [lineOf({ line: 1, ...numbers })], totalNs), everything).listings;
  expect(listing?.shows.max).toBe(expected);
});

it('shows Await where there is any', () => {
  const report = reportFrom(profileOfLines(['a'], [lineOf({ line: 1, hits: 1, awaitNs: 1 })], 10), everything);
  expect(report.listings[0]?.shows.await).toBe(true);
});

it('sorts and leaves out when asked', () => {
  const called = (name: string, totalNs: number) => functionOf({ name, totalNs });
  const profile = profileOf({
    functions: [
      called('b', 3),
      functionOf({ name: 'never', totalNs: 0, lines: [lineOf({ line: 5 })] }),
      called('a', 2),
      called('c', 3),
    ],
  });
  const names = (selection: Partial<Selection>) =>
    reportFrom(profile, { ...everything, ...selection }).listings.map(({ name }) => name);
  expect(names({})).toEqual(['b', 'never', 'a', 'c']);
  expect(names({ skipZero: true })).toEqual(['b', 'a', 'c']);
  expect(names({ sort: 'time' })).toEqual(['never', 'a', 'b', 'c']);
  expect(names({ sort: 'name' })).toEqual(['a', 'b', 'c', 'never']);
  expect(names({ top: 2 })).toEqual(['b', 'c']);
  expect(names({ top: 2, sort: 'name' })).toEqual(['b', 'c']);
  expect(names({ functions: ['[ab]', 'nev*'] })).toEqual(['b', 'never', 'a']);
  expect(names({ files: ['w.*'], functions: ['c'] })).toEqual(['c']);
  expect(names({ files: ['src/**'] })).toEqual([]);
});

it('counts no samples where none fell on a line', () => {
  const timing = { mode: 'auto', probeCostNs: 40, readings: 9, samples: 7, sampledProbeCostNs: 5 } as const;
  const samplesOf = (line: object) =>
    reportFrom({ ...profileOfLines(['a'], [{ ...lineOf({ line: 1, timeNs: 9 }), ...line }], 9), timing }, everything)
      .sampling?.samples;
  expect([samplesOf({}), samplesOf({ samples: 3, standardErrorNs: 1 })]).toEqual([0, 7]);
});
