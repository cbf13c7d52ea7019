import { expect, it } from 'vitest';
import { speedscope } from '../../src/report/export/speedscope.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';

const fast = functionOf({ name: 'fast', line: 1, lines: [lineOf({ line: 1, hits: 7, timeNs: 5 })] });
const written = (profile = profileOf()) => JSON.parse(exported(speedscope, profile));

it('has functions with their lines within', () => {
  const { shared, exporter, name, activeProfileIndex } = written();
  expect({ exporter, name, activeProfileIndex }).toEqual({
    exporter: 'kernts@1.2.3',
    name: 'w.ts',
    activeProfileIndex: 0,
  });
  expect(shared.frames).toEqual([
    { name: 'slow', file: 'w.ts', line: 4 },
    { name: 'slow:5 sleep(1.2);', file: 'w.ts', line: 5 },
  ]);
});

it('shows each function by itself where times contain those of others', () => {
  expect(written(profileOf({ functions: [functionOf(), fast] })).profiles).toEqual([
    {
      type: 'sampled',
      name: 'Time with callees: slow (w.ts:4)',
      unit: 'nanoseconds',
      startValue: 0,
      endValue: 1200138200,
      samples: [[0, 1]],
      weights: [1200138200],
    },
    {
      type: 'sampled',
      name: 'Time with callees: fast (w.ts:1)',
      unit: 'nanoseconds',
      startValue: 0,
      endValue: 5,
      samples: [[2, 3]],
      weights: [5],
    },
    {
      type: 'sampled',
      name: 'Hits',
      unit: 'none',
      startValue: 0,
      endValue: 8,
      samples: [
        [0, 1],
        [2, 3],
      ],
      weights: [1, 7],
    },
  ]);
});

it('shows all functions side by side where times are the lines’ own', () => {
  const line = lineOf({ line: 5, hits: 1, timeNs: 100, selfNs: 60, awaitNs: 7 });
  const { profiles } = written(profileOf({ functions: [functionOf({ lines: [line] })] }));
  expect(profiles.map((one: { name: string; weights: number[] }) => [one.name, one.weights])).toEqual([
    ['Time of the lines themselves', [60]],
    ['Hits', [1]],
    ['Await', [7]],
  ]);
});

it('has one profile, of hits, when nothing ran or no times were taken', () => {
  const names = (profile = profileOf()) => written(profile).profiles.map(({ name }: { name: string }) => name);
  expect(names(profileOf({ functions: [] }))).toEqual(['Hits']);
  expect(names(profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } }))).toEqual(['Hits']);
});
