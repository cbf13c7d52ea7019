import { afterEach, expect, it } from 'vitest';
import { popFrame, pushFrame } from '../src/frames.js';
import { makeSlots } from '../src/slots.js';
import { published, stack, top } from '../src/stack.js';

afterEach(() => {
  top[0] = 0;
  published.entry.fill(0);
});

it('puts a frame by the clock on any number of sampled ones', () => {
  const file = makeSlots({
    path: 'a.js',
    sha256: '',
    functions: [{ name: 'f', markLine: null, line: 1, endLine: 1 }],
    activations: [
      { fn: 0, own: true, calls: 0 },
      { fn: 0, own: true, calls: 0 },
    ],
    sites: { line: [0, 1], column: [0, 0], fn: [0, 0] },
  });
  const below = 5 * stack.capacity;
  published.entry.fill(file.firstEntry, 1, below + 1);
  top[0] = below;
  const depth = pushFrame(file, 1, 1, 0, 10);
  popFrame(file, depth, 15);
  expect([depth, file.total[0], file.open[0]]).toEqual([below + 1, 5, 0]);
});
