import { describe, expect, it } from 'vitest';
import { fixed, general } from '../src/report/number-format.js';

/** Right-hand sides are what C's printf writes (glibc). */
describe('fixed is %.Nf', () => {
  it.each([
    [0, 1, '0.0'],
    [1200138.2, 1, '1200138.2'],
    [0.05, 1, '0.1'],
    [0.35, 1, '0.3'],
    [99.95, 1, '100.0'],
    [0.25, 1, '0.2'],
    [0.75, 1, '0.8'],
    [2.25, 1, '2.2'],
    [2.5, 0, '2'],
    [3.5, 0, '4'],
    [1e21, 1, '1000000000000000000000.0'],
    [1.005, 2, '1.00'],
  ])('%d with %d decimals is %s', (value, decimals, expected) => {
    expect(fixed(value, decimals)).toBe(expected);
  });
});

describe('general is %.Pg', () => {
  it.each([
    [0, 6, '0'],
    [1.20126, 6, '1.20126'],
    [1e-6, 6, '1e-06'],
    [1e-3, 6, '0.001'],
    [1, 6, '1'],
    [0.0001, 6, '0.0001'],
    [0.00001, 6, '1e-05'],
    [100000, 6, '100000'],
    [1000000, 6, '1e+06'],
    [999999.5, 6, '1e+06'],
    [12345678901, 6, '1.23457e+10'],
    [1234565000, 6, '1.23456e+09'],
    [1200138.2, 3, '1.2e+06'],
    [1125, 3, '1.12e+03'],
    [1135, 3, '1.14e+03'],
    [999.5, 3, '1e+03'],
    [0.000123456, 3, '0.000123'],
    [1e100, 3, '1e+100'],
  ])('%d with precision %d is %s', (value, precision, expected) => {
    expect(general(value, precision)).toBe(expected);
  });
});
