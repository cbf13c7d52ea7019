import { afterEach, expect, it } from 'vitest';
import { makeSampledProbes } from '../src/sampled-probes.js';
import { ASKED, roomOnStack } from '../src/sampling.js';
import { makeSlots } from '../src/slots.js';
import { published, top } from '../src/stack.js';

afterEach(() => {
  top[0] = 0;
  published.entry.fill(0);
});

it('tells the sampler that a function recurs when it is entered while it is found alive below', () => {
  const file = makeSlots({
    path: 'a.js',
    sha256: '',
    functions: [{ name: 'f', markLine: null, line: 1, endLine: 1 }],
    activations: [
      { fn: 0, own: true, calls: 0 },
      { fn: 0, own: true, calls: 1 },
    ],
    sites: { line: [0, 1], column: [0, 0], fn: [0, 0] },
  });
  const { n, e } = makeSampledProbes(file);
  function f(rounds: number): void {
    const depth = n(1, 1);
    file.modes[1] = ASKED;
    if (rounds > 0) f(rounds - 1);
    e(depth);
  }
  file.modes[1] = roomOnStack();
  f(1);
  expect(file.recurs[1]).toBe(1);
});
