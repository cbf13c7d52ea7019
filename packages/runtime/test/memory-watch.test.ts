import { expect, it } from 'vitest';
import { makeMemoryWatch } from '../src/memory-watch.js';

it('asks for a profile near the limit of the heap, ever more rarely while memory stays there', () => {
  let rss = 100;
  const isMemoryShort = makeMemoryWatch(1_000, () => rss);
  expect(isMemoryShort(10_000)).toBe(false);
  rss = 800;
  expect([isMemoryShort(199), isMemoryShort(200), isMemoryShort(200), isMemoryShort(300)]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  for (let times = 0; times < 20; times++) isMemoryShort(60_000);
  expect([isMemoryShort(4_999), isMemoryShort(5_000)]).toEqual([false, true]);
});

it('begins anew when memory was given back', () => {
  let rss = 800;
  const isMemoryShort = makeMemoryWatch(1_000, () => rss - 800);
  rss = 1_600;
  for (let times = 0; times < 20; times++) isMemoryShort(60_000);
  rss = 900;
  expect(isMemoryShort(60_000)).toBe(false);
  rss = 1_600;
  expect(isMemoryShort(200)).toBe(true);
});
