import { expect, it } from 'vitest';
import { collapsed } from '../../src/report/export/collapsed.js';
import { profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileNames, hostileProfile, hostileTotals } from './hostile-profile.js';

it('has a stack of function and line for each line', () => {
  expect(exported(collapsed, profileOf())).toBe('w.ts:slow;5 sleep(1.2)\u037e 1200138200\n');
});

it('weighs by hits where no times were taken', () => {
  const untimed = profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
  expect(exported(collapsed, untimed)).toBe('w.ts:slow;5 sleep(1.2)\u037e 1\n');
});

it('keeps two frames and one weight per line, whatever names and source contain', () => {
  const stacks = exported(collapsed, hostileProfile()).trimEnd().split('\n');
  expect(stacks).toHaveLength(hostileNames.length);
  expect(stacks.filter((stack) => !/^[^;]+;\d+[^;]* \d+$/u.test(stack))).toEqual([]);
  const weights = stacks.map((stack) => Number(stack.split(' ').at(-1)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(hostileTotals.ns);
  expect(Math.max(...stacks.map((stack) => stack.split(';')[1]?.length ?? 0))).toBeLessThan(250);
});

it('is empty when nothing ran', () => {
  expect(exported(collapsed, profileOf({ functions: [] }))).toBe('');
});
