import { expect, it } from 'vitest';
import { progressOn } from '../src/progress.js';

/** What a work of four steps writes that takes so long for each. */
function written(isTTY: boolean, stepMs: number): string {
  const texts: string[] = [];
  let now = 0;
  const stream = { isTTY, write: (more: string) => texts.push(more) };
  const progress = progressOn(stream, 'Reading', 4, () => now);
  for (let step = 0; step < 4; step++) {
    now += stepMs;
    progress.advance();
  }
  progress.clear();
  return texts.join('');
}

const erase = '\r\u001b[K';

it('tells how far the work is, and goes away', () => {
  expect(written(true, 60)).toBe(`${erase}Reading: 2 of 4 (50 %)${erase}Reading: 4 of 4 (100 %)${erase}`);
});

it('shows nothing of what is done at once, or where no terminal is', () => {
  expect(written(true, 10)).toBe('');
  expect(written(false, 60)).toBe('');
});
