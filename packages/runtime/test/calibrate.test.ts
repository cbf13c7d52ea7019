import { afterAll, expect, it } from 'vitest';
import { measureLeastProbeCost, measureProbeCost, measureSampledCost } from '../src/calibrate.js';
import { replaceClock } from '../src/clock.js';
import { published, stack, top, UNUSED } from '../src/stack.js';

let readings = 0;
afterAll(replaceClock(() => ++readings, 0));

it('finds that sampled lines read no clock, where nothing profiled has run since the event loop turned', () => {
  expect(measureSampledCost()).toBeLessThan(0.1);
  expect([top[0], stack.site[0], published.site[0]]).toEqual([UNUSED, 0, 0]);
});

it('finds that lines by the clock read it once', () => {
  expect(Math.round(measureProbeCost('auto'))).toBe(1);
  expect([top[0], stack.site[0], published.site[0]]).toEqual([0, 0, 0]);
});

it('finds that a line which waits for its own results is ended by one reading as well', () => {
  expect(Math.round(measureLeastProbeCost())).toBe(1);
  expect([top[0], stack.site[0], published.site[0]]).toEqual([0, 0, 0]);
});
