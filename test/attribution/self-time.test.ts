/** What a line took by itself, when it and what it calls are timed by the clock, by samples, or one by each. */
import { expect, it } from 'vitest';
import { runWithFakeClock } from './run-with-fake-clock.js';

const WAYS = ['nothing', 'everything', 'every other'] as const;

it.each(WAYS)('leaves out profiled functions that the line calls, not others (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `
    const plain = () => tick(1);
    // @profile
    function inner() {
      tick(2); // inner
    }
    // @profile
    function middle() {
      inner(); plain(); // middle
    }
    const through = () => middle();
    // @profile
    function outer() {
      through(); tick(10); // call
      tick(5); // own
      [1, 2].forEach(() => inner()); // twice
    }
    outer();
  `,
    0,
    sampled,
  );
  expect([line('call')[1], self('call')]).toEqual([13, 10]);
  expect([line('own')[1], self('own')]).toEqual([5, 5]);
  expect([line('twice')[1], self('twice')]).toEqual([4, 0]);
  expect([line('middle')[1], self('middle')]).toEqual([3, 1]);
  expect([line('inner')[1], self('inner')]).toEqual([6, 6]);
});

it('leaves the readings in what it calls out as well', async () => {
  const { self } = await runWithFakeClock(
    `
    // @profile
    function inner() {
      tick(2);
      tick(2);
    }
    // @profile
    function outer() {
      inner(); tick(1); // call
    }
    outer();
  `,
    0.5,
  );
  expect(self('call')).toBe(1);
});

it.each(WAYS)('of a line that an exception comes back to (sampled: %s)', async (sampled) => {
  const { self } = await runWithFakeClock(
    `
    // @profile
    function thrower() {
      tick(3);
      throw new Error('no');
    }
    // @profile
    function catcher() {
      try {
        tick(1); thrower(); // try
      } catch {
        tick(7); // caught
      }
    }
    catcher();
  `,
    0,
    sampled,
  );
  expect([self('try'), self('caught')]).toEqual([1, 7]);
});

it.each(WAYS)('of lines that call what can be suspended (sampled: %s)', async (sampled) => {
  const { self } = await runWithFakeClock(
    `
    // @profile
    function* numbers() {
      tick(2);
      yield 1;
      tick(4); // second
      yield 2;
    }
    // @profile
    async function later() {
      tick(3); // first part
      await null;
      tick(9); // second part
    }
    // @profile
    async function all() {
      const found = [...numbers()]; tick(1); // spread
      const promise = later(); tick(1); // start
      await promise;
      return found;
    }
    await all();
  `,
    0,
    sampled,
  );
  expect([self('spread'), self('start')]).toEqual([1, 1]);
  expect([self('second'), self('first part'), self('second part')]).toEqual([4, 3, 9]);
});

it.each(WAYS)('of a line that calls its own function again (sampled: %s)', async (sampled) => {
  const { self } = await runWithFakeClock(
    `
    // @profile
    function down(n) {
      tick(1); // own
      tick(10); if (n > 0) down(n - 1); // again
    }
    // @profile
    function outer() {
      tick(2); down(3); // call
    }
    outer();
  `,
    0,
    sampled,
  );
  expect([self('own'), self('again'), self('call')]).toEqual([4, 40, 2]);
});

it.each(WAYS)('of a line whose callback is called back by a profiled function (sampled: %s)', async (sampled) => {
  const { self } = await runWithFakeClock(
    `
    // @profile
    function leaf() {
      tick(7); // leaf
    }
    // @profile
    function twice(f) {
      tick(1); f(); f(); // twice
    }
    // @profile
    function outer() {
      twice(() => { tick(3); leaf(); }); tick(5); // all
      twice(() => { // header
        tick(20); // body
        leaf();
      });
    }
    outer();
  `,
    0,
    sampled,
  );
  expect([self('twice'), self('all'), self('leaf')]).toEqual([2, 11, 28]);
  expect([self('header'), self('body')]).toEqual([0, 40]);
});

it.each(WAYS)(
  'adds up to all the time, in a recursion through several lines that throws (sampled: %s)',
  async (sampled) => {
    const { functions } = await runWithFakeClock(
      `
    // @profile
    function deep(n) {
      tick(1);
      try {
        if (n === 0) throw new Error('no');
        [n].map((x) => deep(x - 1)); tick(2);
      } catch {
        tick(4); if (n > 1) deep(0);
      }
      tick(8);
    }
    deep(3);
  `,
      0,
      sampled,
    );
    const lines = functions.flatMap((fn) => fn.lines);
    expect(lines.reduce((sum, { selfNs = Number.NaN }) => sum + selfNs, 0)).toBe(functions[0]?.totalNs);
  },
);
