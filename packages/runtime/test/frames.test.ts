import { afterEach, expect, it } from 'vitest';
import { popFrame, pushFrame } from '../src/frames.js';
import { published, stack, top } from '../src/stack.js';
import { oneFunction } from './support/one-function.js';

afterEach(() => {
  top[0] = 0;
  published.entry.fill(0);
});

it('puts a frame by the clock on any number of sampled ones', () => {
  const file = oneFunction(2, { line: [0, 1] });
  const below = 5 * stack.capacity;
  published.entry.fill(file.firstEntry, 1, below + 1);
  top[0] = below;
  const depth = pushFrame(file, 1, 1, 0, 10);
  popFrame(file, depth, 15);
  expect([depth, file.total[0], file.open[0]]).toEqual([below + 1, 5, 0]);
});
