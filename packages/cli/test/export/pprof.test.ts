import { gunzipSync } from 'node:zlib';
import type { Profile } from '@kernts/runtime';
import { Profile as Pprof } from 'pprof-format';
import { describe, expect, it } from 'vitest';
import { pprof } from '../../src/report/export/pprof.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';
import { hostileNames, hostileProfile, hostileTotals } from './hostile-profile.js';

const written = (profile: Profile) =>
  Pprof.decode(gunzipSync(pprof({ profile, version: '1.2.3', folder: '/home/me/project' })));
const untimed = { timing: { mode: 'off', probeCostNs: 0, readings: 0 } } as const;
const sum = (numbers: readonly (number | bigint)[]) => numbers.reduce<bigint>((all, one) => all + BigInt(one), 0n);

it('has a sample with hits, time and await for each line', () => {
  const lines = [lineOf({ line: 5, hits: 3, timeNs: 2 ** 40, awaitNs: 7 })];
  const decoded = written(profileOf({ functions: [functionOf({ lines })] }));
  const text = (index: number | bigint) => decoded.stringTable.strings[Number(index)];
  expect(decoded.sampleType.map(({ type, unit }) => [text(type), text(unit)])).toEqual([
    ['hits', 'count'],
    ['time', 'nanoseconds'],
    ['await', 'nanoseconds'],
  ]);
  expect(decoded.sample.map(({ value }) => value.map(Number))).toEqual([[3, 2 ** 40, 7]]);
  expect(text(decoded.defaultSampleType)).toBe('time');
  expect(decoded.location[0]?.line[0]).toMatchObject({ functionId: 1, line: 5 });
  const [fn] = decoded.function;
  expect([text(fn?.name ?? 0), text(fn?.filename ?? 0), fn?.startLine]).toEqual(['slow', 'w.ts', 4]);
  expect(decoded.timeNanos).toBe(1767323045000000000n);
  expect(Number(decoded.durationNanos)).toBe(2e9);
});

it('has hits alone where no times were taken', () => {
  const decoded = written(profileOf(untimed));
  expect(decoded.sample.map(({ value }) => value.map(Number))).toEqual([[1]]);
  expect(decoded.stringTable.strings[Number(decoded.defaultSampleType)]).toBe('hits');
});

/** Parca's `ValidatePprofProfile` (pkg/normalizer/validate.go), and what Pyroscope's `Normalize` (pkg/pprof/pprof.go) relies on. */
describe.each([
  ['an ordinary profile', profileOf()],
  ['hits alone', profileOf(untimed)],
  ['hostile names', hostileProfile()],
  ['nothing', profileOf({ functions: [] })],
])('stores of profiles take %s:', (_, profile) => {
  const { stringTable, mapping, function: functions, location, sample, sampleType, ...rest } = written(profile);
  const { strings } = stringTable;
  const isText = (index: number | bigint) => Number(index) < strings.length;

  it('the first text is empty, and every index leads to a text', () => {
    expect(strings[0]).toBe('');
    const indices = [
      ...functions.flatMap(({ name, systemName, filename }) => [name, systemName, filename]),
      ...sampleType.flatMap(({ type, unit }) => [type, unit]),
      ...mapping.flatMap(({ filename, buildId }) => [filename, buildId]),
    ];
    expect(indices.filter((index) => !isText(index))).toEqual([]);
  });

  it('ids begin at 1 and have no gaps', () => {
    for (const table of [mapping, functions, location])
      expect(table.map(({ id }) => Number(id))).toEqual(table.map((_, at) => at + 1));
  });

  it('every location has a mapping that says that names are there', () => {
    expect(location.filter(({ mappingId }) => mappingId !== 1)).toEqual([]);
    expect(mapping).toMatchObject([{ hasFunctions: true, hasFilenames: true, hasLineNumbers: true }]);
  });

  it('every sample has a place and as many values as there are types', () => {
    expect(sampleType.length).toBeGreaterThan(0);
    for (const { locationId, value } of sample) {
      expect(locationId).toHaveLength(1);
      expect(location[Number(locationId[0]) - 1]).toBeDefined();
      expect(value).toHaveLength(sampleType.length);
    }
  });

  it('there are a period with its type, a time and a duration', () => {
    expect(Number(rest.period)).toBe(1);
    expect(strings[Number(rest.periodType?.type)]).toBe(profile.timing.mode === 'off' ? 'hits' : 'time');
    expect(Number(rest.timeNanos)).toBeGreaterThan(0);
    expect(Number(rest.durationNanos)).toBeGreaterThan(0);
  });
});

it('keeps hostile names apart and shows no control characters', () => {
  const { function: functions, stringTable, sample } = written(hostileProfile());
  const names = functions.map(({ name }) => stringTable.strings[Number(name)]);
  expect(new Set(names).size).toBe(hostileNames.length);
  expect(names).toContain('f␊fn=(7) g␊5 99 99');
  expect(sum(sample.map(({ value }) => value[1] ?? 0))).toBe(BigInt(hostileTotals.ns));
});
