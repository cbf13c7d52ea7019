import { expect, it } from 'vitest';
import { readableDuration } from '../src/report/duration.js';

it.each([
  [0, '0 ns'],
  [0.5, '0.500 ns'],
  [310, '310 ns'],
  [999.7, '1.00 µs'],
  [12_000, '12.0 µs'],
  [34_500_000, '34.5 ms'],
  [999_499_999, '999 ms'],
  [1_200_000_000, '1.20 s'],
  [4e12, '4000 s'],
])('%d ns reads %s', (ns, expected) => {
  expect(readableDuration(ns)).toBe(expected);
});
