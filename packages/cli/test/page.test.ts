import { expect, it } from 'vitest';
import { isLongerThan, pagerFor } from '../src/page.js';

it.each([
  [{}, 'less -FRX'],
  [{ PAGER: 'more' }, 'more'],
  [{ PAGER: '' }, null],
  [{ PAGER: ' cat ' }, null],
  [{ TERM: 'dumb' }, null],
])('takes the user’s pager: %j', (env, pager) => {
  expect(pagerFor(env)).toBe(pager);
});

it('is for what the screen does not hold, lines that wrap and colours considered', () => {
  const screen = { rows: 5, columns: 10 };
  expect(isLongerThan(screen, 'a\nb\nc\n')).toBe(false);
  expect(isLongerThan(screen, 'a\nb\nc\nd\n')).toBe(true);
  expect(isLongerThan(screen, `${'x'.repeat(25)}\n`)).toBe(false);
  expect(isLongerThan(screen, `${'x'.repeat(31)}\n`)).toBe(true);
  expect(isLongerThan(screen, `${'\u001b[31mx\u001b[39m'.repeat(20)}\n`)).toBe(false);
});
