import { expect, it } from 'vitest';
import { cpuprofile } from '../../src/report/export/cpuprofile.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileProfile, hostileTotals } from './hostile-profile.js';

const written = (profile = profileOf()) => JSON.parse(exported(cpuprofile, profile));

it('has a node per function, with 0-based function lines and ticks of 1-based lines', () => {
  const { nodes, samples, timeDeltas, startTime, endTime } = written();
  expect(nodes[0]).toMatchObject({ id: 1, callFrame: { functionName: '(root)' }, hitCount: 0, children: [2] });
  expect(nodes[1]).toEqual({
    id: 2,
    callFrame: {
      functionName: 'slow',
      scriptId: '1',
      url: 'file:///home/me/project/w.ts',
      lineNumber: 3,
      columnNumber: 0,
    },
    hitCount: 1_200_138,
    children: [],
    positionTicks: [{ line: 5, ticks: 1_200_138 }],
  });
  expect({ samples, timeDeltas }).toEqual({ samples: [2, 2, 2], timeDeltas: [0, 1_200_138, 0] });
  expect([startTime, endTime]).toEqual([Date.parse('2026-01-02T03:04:05.000Z') * 1000, startTime + 1_200_138]);
});

interface Written {
  readonly nodes: readonly { id: number; hitCount: number; children: number[]; positionTicks?: { ticks: number }[] }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
  readonly endTime: number;
}

/** Readers differ in which delta is a sample's: that before it, its own, or the next. */
it.each([-1, 0, 1])('says the same to a reader that takes the delta at %i', (offset) => {
  const { nodes, samples, timeDeltas } = written(hostileProfile()) as Written;
  const times = new Map<number, number>();
  for (const [at, id] of samples.entries()) times.set(id, (times.get(id) ?? 0) + (timeDeltas[at + offset] ?? 0));
  expect(nodes.slice(1).map(({ id }) => times.get(id))).toEqual(nodes.slice(1).map(({ hitCount }) => hitCount));
});

it('agrees with itself', () => {
  const { nodes, samples, timeDeltas, startTime, endTime } = written(hostileProfile()) as Written;
  expect(nodes.map(({ id }) => id)).toEqual(nodes.map((_, at) => at + 1));
  expect(nodes[0]?.children).toEqual(nodes.slice(1).map(({ id }) => id));
  expect(samples).toHaveLength(timeDeltas.length);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(timeDeltas)).toBe(endTime - startTime);
  expect(sum(nodes.map(({ hitCount }) => hitCount))).toBe(hostileTotals.ns / 1000);
  expect(nodes.map(({ positionTicks = [] }) => sum(positionTicks.map(({ ticks }) => ticks)))).toEqual(
    nodes.map(({ hitCount }) => hitCount),
  );
});

it('numbers files, and leaves out lines below half a microsecond', () => {
  const lines = [lineOf({ line: 4, hits: 1, timeNs: 499 }), lineOf({ line: 5, hits: 1, timeNs: 500 })];
  const [, node] = written(profileOf({ functions: [functionOf({ lines })] })).nodes;
  expect(node).toMatchObject({ hitCount: 1, positionTicks: [{ line: 5, ticks: 1 }] });
});

it('has a root alone when nothing ran', () => {
  const { nodes, samples, timeDeltas } = written(profileOf({ functions: [], startedAt: 'once' }));
  expect({ nodes: nodes.length, samples, timeDeltas }).toEqual({ nodes: 1, samples: [], timeDeltas: [] });
});
