import type { ProfiledLine } from '@kernts/runtime';
import { expect, it } from 'vitest';
import { mergeProfiles } from '../src/profile/merge.js';
import { fileOf, functionOf, lineOf, profileOf } from './sample-profile.js';

it('is null for no profile and the profile itself for one', () => {
  expect(mergeProfiles([])).toBeNull();
  expect(mergeProfiles([profileOf()])).toEqual(profileOf());
});

it('adds what the same line got and keeps the longest stay', () => {
  const one = functionOf({
    calls: 2,
    totalNs: 100,
    lines: [
      lineOf({ line: 5, hits: 2, timeNs: 80, awaitNs: 7, maxNs: 60, uncertainNs: 3 }),
      lineOf({ line: 6, hits: 2 }),
    ],
  });
  const other = functionOf({
    calls: 1,
    totalNs: 50,
    lines: [lineOf({ line: 4, hits: 1, timeNs: 1, maxNs: 1 }), lineOf({ line: 5, hits: 1, timeNs: 40, maxNs: 40 })],
  });
  const merged = mergeProfiles([profileOf({ functions: [one] }), profileOf({ functions: [other] })]);
  expect(merged?.functions).toEqual([
    functionOf({
      calls: 3,
      totalNs: 150,
      lines: [
        lineOf({ line: 4, hits: 1, timeNs: 1, maxNs: 1 }),
        lineOf({ line: 5, hits: 3, timeNs: 120, awaitNs: 7, maxNs: 60, uncertainNs: 3 }),
        lineOf({ line: 6, hits: 2 }),
      ],
    }),
  ]);
});

it('knows what a line had by itself where both profiles do; a line without time has none', () => {
  const withLine = (given: Partial<ProfiledLine>) =>
    profileOf({ functions: [functionOf({ lines: [lineOf({ line: 5, hits: 1, ...given })] })] });
  const merged = (one: Partial<ProfiledLine>, other: Partial<ProfiledLine>) =>
    mergeProfiles([withLine(one), withLine(other)])?.functions[0]?.lines[0]?.selfNs;
  expect(merged({ timeNs: 9, selfNs: 4 }, { timeNs: 5, selfNs: 2 })).toBe(6);
  expect(merged({ timeNs: 9, selfNs: 4 }, { timeNs: 0 })).toBe(4);
  expect(merged({ timeNs: 9, selfNs: 4 }, { timeNs: 5 })).toBeUndefined();
  expect(merged({ timeNs: 0 }, { timeNs: 0 })).toBeUndefined();
});

it('keeps functions apart by name, line, path and version of the source, and renumbers their files', () => {
  const first = profileOf({ files: [fileOf({ path: 'a.ts' })], functions: [functionOf({ name: 'f' })] });
  const second = profileOf({
    files: [fileOf({ path: 'b.ts' }), fileOf({ path: 'a.ts', sha256: 'bb' }), fileOf({ path: 'a.ts' })],
    functions: [
      functionOf({ name: 'f', file: 0 }),
      functionOf({ name: 'f', file: 1 }),
      functionOf({ name: 'f', file: 2 }),
      functionOf({ name: 'g', file: 2 }),
      functionOf({ name: 'f', file: 2, line: 40, endLine: 41 }),
    ],
  });
  const merged = mergeProfiles([first, second]);
  expect(merged?.files.map(({ path, sha256 }) => `${path} ${sha256}`)).toEqual(['a.ts aa', 'b.ts aa', 'a.ts bb']);
  expect(merged?.functions.map(({ name, file, line, calls }) => [name, file, line, calls])).toEqual([
    ['f', 0, 4, 2],
    ['f', 1, 4, 1],
    ['f', 2, 4, 1],
    ['g', 0, 4, 1],
    ['f', 0, 40, 1],
  ]);
});

it('takes a source and a mark from whichever profile has them', () => {
  const without = profileOf({ files: [fileOf({ source: null })], functions: [functionOf({ markLine: null })] });
  const merged = mergeProfiles([without, profileOf()]);
  expect(merged?.files[0]?.source).toBe(fileOf().source);
  expect(merged?.functions[0]?.markLine).toBe(3);
});

it('weighs the cost of a probe by its readings', () => {
  const timing = (mode: 'exact' | 'off', probeCostNs: number, readings: number) =>
    profileOf({ timing: { mode, probeCostNs, readings } });
  expect(mergeProfiles([timing('exact', 40, 30), timing('exact', 60, 10)])?.timing).toEqual({
    mode: 'exact',
    probeCostNs: 45,
    readings: 40,
  });
  expect(mergeProfiles([timing('off', 0, 0), timing('exact', 40, 10)])?.timing.mode).toBe('exact');
  expect(mergeProfiles([timing('off', 0, 0), timing('off', 0, 0)])?.timing).toEqual({
    mode: 'off',
    probeCostNs: 0,
    readings: 0,
  });
});

it('takes the largest error of the clock', () => {
  const timing = (probeErrorNs: number) =>
    profileOf({ timing: { mode: 'exact', probeCostNs: 40, readings: 10, probeErrorNs } });
  expect(mergeProfiles([timing(8), timing(11), timing(3)])?.timing.probeErrorNs).toBe(11);
});

it('leaves what it was given as it was', () => {
  const given = [profileOf(), profileOf()];
  const before = JSON.stringify(given);
  mergeProfiles(given);
  expect(JSON.stringify(given)).toBe(before);
});

it('keeps what each thread had, by the functions of the whole', () => {
  const shareOf = (pid: number, fn: number) => ({
    pid,
    threadId: 0,
    command: ['a.ts'],
    startedAt: '2026-01-01T00:00:00.000Z',
    wallNs: 1,
    isCutOff: false,
    functions: [{ fn, calls: 1, totalNs: 1, lines: [lineOf({ line: 5, hits: 1 })] }],
  });
  const first = profileOf({ functions: [functionOf({ name: 'f' })], shares: [shareOf(1, 0)] });
  const second = profileOf({
    functions: [functionOf({ name: 'g' }), functionOf({ name: 'f' })],
    shares: [shareOf(2, 1), shareOf(3, 0)],
  });
  const merged = mergeProfiles([first, second]);
  expect(merged?.functions.map(({ name }) => name)).toEqual(['f', 'g']);
  expect(merged?.shares?.map(({ pid, functions }) => [pid, functions[0]?.fn])).toEqual([
    [1, 0],
    [2, 0],
    [3, 1],
  ]);
});
