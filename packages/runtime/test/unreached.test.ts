/** Of three statements in a row, each on a line of its own, an exception ends one. */
import { afterEach, expect, it } from 'vitest';
import { buryAll, buryFrame } from '../src/frames.js';
import { makeProbes, type SyncProbes } from '../src/probes.js';
import { makeSampledProbes } from '../src/sampled-probes.js';
import { ASKED, roomOnStack } from '../src/sampling.js';
import { countedAt, type FileSlots } from '../src/slots.js';
import { published, stack, top } from '../src/stack.js';
import { unreachedSoFar } from '../src/unreached.js';
import { oneFunction } from './support/one-function.js';

afterEach(() => {
  top[0] = 0;
  published.entry.fill(0);
});

function makeRow(isSampled: boolean) {
  const file = oneFunction(1, { line: [0, 2, 3, 3, 4], follower: [0, 2, 4, 4, 0] });
  if (isSampled) file.modes[1] = roomOnStack();
  // Here, frames are not those of functions that run.
  file.openLimit[1] = 9;
  return { file, probes: isSampled ? makeSampledProbes(file) : makeProbes(file) };
}

function counted(file: FileSlots): number[] {
  return [1, 2, 4].map((site) => countedAt(file, site));
}

/** The outer one is on its last line, the inner one on its second. */
function beginTwo({ n, z }: SyncProbes): [outer: number, inner: number] {
  const outer = n(1, 1);
  z(outer, 2);
  z(outer, 4);
  const inner = n(1, 1);
  z(inner, 2);
  return [outer, inner];
}

const WAYS = [true, false];

it.each(WAYS)('what follows a line that an exception has ended is not reached (sampled: %s)', (isSampled) => {
  const { file, probes } = makeRow(isSampled);
  const [outer] = beginTwo(probes);
  expect(counted(file)).toEqual([2, 2, 2]);
  expect([...unreachedSoFar(file, view())]).toEqual([0, 0, 0, 0, 1]);
  probes.e(outer);
  expect(counted(file)).toEqual([2, 2, 1]);
});

it.each(WAYS)('nor what follows a line of the same statement (sampled: %s)', (isSampled) => {
  const { file, probes } = makeRow(isSampled);
  const [outer, inner] = beginTwo(probes);
  probes.p(inner, 3);
  probes.e(outer);
  expect(counted(file)).toEqual([2, 2, 1]);
});

it.each(WAYS)('is reached where a frame goes on that was taken for dead (sampled: %s)', (isSampled) => {
  const { file, probes } = makeRow(isSampled);
  const outer = probes.n(1, 1);
  buryFrame(Math.abs(outer), null, 0);
  expect([...unreachedSoFar(file, view())]).toEqual([0, 0, 1, 0, 1]);
  for (const site of [2, 4]) probes.z(outer, site);
  probes.e(outer);
  expect(counted(file)).toEqual([1, 1, 1]);
});

it.each(WAYS)('is not reached where one is caught that was taken for dead (sampled: %s)', (isSampled) => {
  const { file, probes } = makeRow(isSampled);
  const outer = probes.n(1, 1);
  probes.z(outer, 2);
  buryFrame(Math.abs(outer), null, 0);
  probes.c(outer, 3);
  probes.e(outer);
  expect(counted(file)).toEqual([1, 1, 0]);
});

it('is reached where another activation of the function has ended, and V8 does not say which', () => {
  const { file, probes } = makeRow(true);
  file.openLimit[1] = 0;
  const f = (then: () => void) => {
    const depth = probes.n(1, 1);
    then();
    for (const site of [2, 4]) probes.z(depth, site);
    probes.e(depth);
  };
  expect(() =>
    f(() => {
      throw new Error('ends');
    }),
  ).toThrow('ends');
  f(() => {
    file.modes[1] = ASKED;
    f(() => {});
  });
  buryAll(0);
  expect(counted(file)).toEqual([3, 2, 2]);
});

function view() {
  return { top, published, stack, seen: new Float64Array(2), looks: new Float64Array(2), sampler: new Int32Array(3) };
}
