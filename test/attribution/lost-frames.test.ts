/**
 * Statements that are counted together keep exact hits where exceptions end activations of a recursion that no woven code
 * catches: V8's stack then shows how many of a function live, and not which.
 */
import { expect, it } from 'vitest';
import { runWithFakeClock, type Sampled } from './run-with-fake-clock.js';

/** Calls itself by code that swallows exceptions, and throws here and there; `next` is a pseudo-random number. */
function program(seed: number): string {
  return `
    let state = ${seed};
    let calls = 0;
    const next = (n) => (state = (state * 48271) % 2147483647) % n;
    const maybe = (n) => {
      tick(0.001);
      if (next(n) === 0) throw new Error('ends');
    };
    // What looks like reading a property calls, too.
    const box = {
      depth: 0,
      get value() {
        const { depth } = this;
        if (depth > 2) unmarked(() => across(depth - 3));
        return 1;
      },
    };
    // @profile
    function read(depth) {
      let sum = depth;
      box.depth = depth;
      sum += box.value;
      sum += 1;
      if (sum % 2 === 0)
        sum += box.value;
      sum += 2;
      return sum + box.value;
    }
    // @profile
    function walk(depth) {
      calls++;
      maybe(9);
      if (depth > 0) unmarked(() => walk(depth - 1));
      if (next(4) === 0) read(depth);
      maybe(7);
      const more = next(3);
      if (next(11) === 0) throw new Error('ends here');
      if (depth > 0 && more > 0) unmarked(() => across(depth - 1));
      maybe(5);
      calls += 0;
      return more;
    }
    // @profile
    function across(depth) {
      let sum = 0;
      try {
        sum += 1;
        maybe(6);
        sum += walk(depth);
        sum += 1;
      } catch {
        sum += 2;
        if (depth > 1) unmarked(() => walk(depth - 2));
        sum += 3;
        maybe(4);
        sum += 4;
      } finally {
        sum += 5;
        maybe(8);
        sum += 6;
      }
      sum += 7;
      return sum;
    }
    while (calls < 3000) unmarked(() => walk(next(12)));`;
}

async function hits(seed: number, sampled: Sampled) {
  const { functions } = await runWithFakeClock(program(seed), 0, sampled);
  return functions.map(({ name, calls, lines }) => [name, calls, lines.map(({ line, hits }) => [line, hits])]);
}

it.each(Array.from({ length: 16 }, (_, i) => i + 1))('keeps the hits of program %i', async (seed) => {
  const exact = await hits(seed, 'nothing');
  expect(await hits(seed, 'everything')).toEqual(exact);
  expect(await hits(seed, 'every other')).toEqual(exact);
  expect(await hits(seed, 'short lines')).toEqual(exact);
});
