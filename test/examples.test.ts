/** The examples, run by the command as a user would, against numbers that are known without it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject } from './support/project.js';
import { type Profiled, runKernts } from './support/run-kernts.js';

const { folder: cwd, remove } = makeProject({});
afterAll(remove);

/** Runs an example once; `hits` finds a line by a part of its text. */
function example(name: string) {
  const path = fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
  const source = readFileSync(path, 'utf8');
  const texts = source.split('\n');
  let run: Profiled | undefined;
  beforeAll(async () => {
    run = await runKernts(['-l', path], { cwd });
  });
  const functions = () => run?.profile?.functions ?? [];
  return {
    stdout: () => run?.stdout,
    end: () => [run?.code, run?.signal],
    names: () => functions().map((fn) => fn.name),
    calls: (fn: string) => functions().find((entry) => entry.name === fn)?.calls,
    source: () => run?.profile?.files.map((file) => file.source === source),
    hits(text: string): number | undefined {
      const line = texts.findIndex((entry) => entry.includes(text)) + 1;
      if (line === 0) throw new Error(`${name} has no line with ${text}: correct the test`);
      return functions()
        .flatMap((fn) => fn.lines)
        .find((entry) => entry.line === line)?.hits;
    },
  };
}

describe('julia.ts', () => {
  const { stdout, end, names, calls, source, hits } = example('julia.ts');

  test('runs to its end and is kept with its source', () => {
    expect(stdout()).toMatch(/^10000 points stay within the threshold for 287730 iterations/);
    expect(end()).toEqual([0, null]);
    expect(names()).toEqual(['calcPoint']);
    expect(source()).toEqual([true]);
  });

  test('hits what stands outside the loop once per point', () => {
    expect(calls('calcPoint')).toBe(10_000);
    for (const text of ['let real = x', 'let imaginary = y', 'let stayed = 0', 'const limit =', 'return stayed']) {
      expect(hits(text)).toBe(10_000);
    }
  });

  test('hits the loop 254 times for each of the 8971 points that start within the threshold', () => {
    const coordinates = Array.from({ length: 100 }, (_, index) => -1.8 + index * 0.036);
    const within = coordinates.flatMap((x) => coordinates.filter((y) => x * x + y * y < 4)).length;
    expect(within * 254).toBe(2_278_634);
    for (const text of ['stayed++', 'const product', 'real = real * real', 'imaginary = 2']) {
      expect(hits(text)).toBe(2_278_634);
    }
    expect(hits('for (let iteration')).toBe(2_278_634 + 10_000);
  });
});

describe('primes.ts', () => {
  const { stdout, calls, hits } = example('primes.ts');
  const LIMIT = 20_000;

  function smallestDivisor(of: number): number {
    for (let divisor = 2; divisor < of; divisor++) if (of % divisor === 0) return divisor;
    return of;
  }

  test('finds the 2262 primes below 20,000', () => {
    expect(stdout()).toBe('2262 primes below 20000, the largest is 19997\n');
    expect(calls('isPrime')).toBe(LIMIT);
    expect(hits('return true')).toBe(2262);
    expect(hits('primes.push')).toBe(2262);
    // 0 and 1 leave before the loop.
    expect(hits('      return false')).toBe(LIMIT - 2262 - 2);
    expect(hits('for (let candidate')).toBe(LIMIT + 1);
  });

  test('tries every divisor up to the smallest that divides, or up to the root', () => {
    const numbers = Array.from({ length: LIMIT - 2 }, (_, index) => index + 2);
    const tries = numbers.map((n) => {
      const divisor = smallestDivisor(n);
      return divisor < n ? divisor - 1 : Math.floor(Math.sqrt(n)) - 1;
    });
    const expected = tries.reduce((sum, count) => sum + count, 0);
    expect(hits('candidate % divisor')).toBe(expected);
    // One more test than rounds for each number that leaves the loop by its header: the primes.
    expect(hits('for (let divisor')).toBe(expected + 2262);
  });
});

describe('bubble-sort.ts', () => {
  const { stdout, hits } = example('bubble-sort.ts');
  const LENGTH = 1000;

  test('compares every pair once', () => {
    expect(stdout()).toMatch(/^1000 numbers from \d+ to \d+\n$/);
    const pairs = (LENGTH * (LENGTH - 1)) / 2;
    expect(hits('const left')).toBe(pairs);
    expect(hits('if (left > right)')).toBe(pairs);
    expect(hits('for (let i = 0; i < end')).toBe(pairs + LENGTH - 1);
    expect(hits('for (let end')).toBe(LENGTH);
  });

  test('swaps as often as two numbers stand in the wrong order', () => {
    const numbers: number[] = [];
    let state = 1;
    for (let i = 0; i < LENGTH; i++) {
      state = (state * 48_271) % 2_147_483_647;
      numbers.push(state % 100_000);
    }
    const later = (index: number) => numbers.slice(index + 1);
    const inversions = numbers.flatMap((n, index) => later(index).filter((other) => other < n)).length;
    expect(hits('sorted[i] = right')).toBe(inversions);
    expect(hits('sorted[i + 1] = left')).toBe(inversions);
  });
});

describe('csv-report.ts', () => {
  const { stdout, names, calls, hits } = example('csv-report.ts');
  const ROWS = 100_000;
  const FIELDS = 4;
  const PRODUCTS = 1000;

  test('reads every row and field once', () => {
    expect(stdout()).toMatch(/^100000 sales of 1000 products, the best of them:\n/);
    expect(names()).toEqual(['splitLine', 'parseSales', 'totalByProduct', 'report']);
    expect(calls('splitLine')).toBe(ROWS);
    expect(hits('fields.push')).toBe(ROWS * FIELDS);
    expect(hits('while (from <=')).toBe(ROWS * (FIELDS + 1));
    expect(hits('sales.push')).toBe(ROWS);
  });

  test('looks up every sale and adds every product once', () => {
    expect(hits('for (const { product, quantity, cents } of sales)')).toBe(ROWS + 1);
    expect(hits('products.indexOf')).toBe(ROWS);
    expect(hits('products.push')).toBe(PRODUCTS);
  });
});
