/** However many calls end by an exception that code without probes catches, the state of the runtime stays as it is. */
import { instrument } from '@kernts/transformer';
import { expect, it } from 'vitest';
import { installRuntime } from '../../packages/runtime/src/runtime.js';
import { allSlots } from '../../packages/runtime/src/slots.js';
import { stack, top, UNUSED } from '../../packages/runtime/src/stack.js';

const THROWS = 100_000;

const SOURCE = `
  // @profile
  function outer(i) {
    const kept = i;
    inner(i);
    return kept;
  }
  // @profile
  function inner(i) {
    if (i >= 0)
      throw i;
  }
  // @profile
  async function later(i) {
    await null;
    throw i;
  }
  // @profile
  function* each(i) {
    yield i;
    throw i;
  }
  give({ outer, later, each });`;

type Functions = {
  outer(i: number): void;
  later(i: number): Promise<void>;
  each(i: number): Iterable<number>;
};

it('is so after many throws', async () => {
  installRuntime({ timing: 'exact' });
  const { code } = instrument(SOURCE, { filename: 'drift.js', timing: 'exact' });
  const given: Functions[] = [];
  new Function('give', code)((functions: Functions) => given.push(functions));
  const { outer, later, each } = given[0] as Functions;
  const capacity = stack.capacity;
  for (let i = 0; i < THROWS; i++) {
    try {
      outer(i);
    } catch {}
  }
  for (let i = 0; i < THROWS / 10; i++) {
    await later(i).catch(() => {});
    try {
      for (const _ of each(i));
    } catch {}
  }
  await new Promise((done) => setImmediate(done));
  expect([top[0], stack.capacity]).toEqual([UNUSED, capacity]);
  expect(stack.detachables.length).toBe(capacity);
  const file = allSlots.find(({ description }) => description.path === 'drift.js');
  expect([...(file?.open ?? []), ...(file?.openActivations ?? [])].every((open) => open === 0)).toBe(true);
  expect(file?.description.functions.map(({ name }) => name)).toEqual(['outer', 'inner', 'later', 'each']);
});
