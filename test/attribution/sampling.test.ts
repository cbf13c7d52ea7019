/** A sampler that looks at every moment must find what the clock measures, line by line. */
import { describe, expect, it } from 'vitest';
import { makeRation } from '../../packages/runtime/src/watch.js';
import { runWithFakeClock, type Sampled } from './run-with-fake-clock.js';

const PROGRAMS: Readonly<Record<string, string>> = {
  'lines, loops and calls': `
    // @profile
    function inner(n) {
      for (let i = 0; i < n; i++) tick(2);
      return n;
    }
    // @profile
    function outer() {
      tick(1);
      for (const n of [1, 2, 3]) {
        tick(3);
        inner(n);
        if (n === 2) continue;
        tick(5);
      }
      while (tick(7), false);
      return inner(2) + tick(11);
    }
    outer(); tick(100); outer();`,
  'recursion and mutual recursion': `
    // @profile
    function down(n) {
      tick(1);
      if (n > 0) down(n - 1);
      tick(2);
      if (n > 1) across(n - 2);
    }
    // @profile
    const across = (n) => (tick(4), n > 0 ? down(n - 1) : 0);
    down(4);`,
  'recursion under a default value, which stands where its function does': `
    // @profile
    function outer(
      value = down(7),
    ) {
      tick(1000);
      return value;
    }
    // @profile
    function down(n) {
      tick(1);
      if (n > 0) down(n - 1);
      tick(2);
      return n;
    }
    outer(0); down(1); outer();`,
  'callbacks, on the line of their caller and on their own': `
    // @profile
    function f(list) {
      const doubled = list.map((n) => (tick(1), n * 2));
      return doubled.filter((n) => {
        tick(2);
        return list.some((m) => (tick(3), m > n));
      });
    }
    f([3, 1, 2]);`,
  'chains and arguments over lines': `
    const thing = { a(x) { tick(2); return thing; }, b() { tick(3); return thing; } };
    // @profile
    function f() {
      return thing
        .a(tick(1))
        .b()
        .a(
          tick(5),
          [
            tick(7),
            ...[tick(9)],
          ],
        );
    }
    f();`,
  'exceptions that profiled code throws or catches': `
    // @profile
    function throws(n) {
      tick(1);
      if (n === 0) throw new Error('zero');
      throws(n - 1);
    }
    // @profile
    function catches(n) {
      try {
        tick(2);
        throws(n);
      } catch {
        tick(3);
      } finally {
        tick(4);
      }
      return tick(5);
    }
    catches(0); catches(3); tick(100);
    unmarked(() => throws(0)); tick(100); catches(1);`,
  'fields and defaults': `
    // @profile
    class Grid {
      cells = [
        tick(1),
        tick(2),
      ];
      static {
        tick(4);
      }
      fill(
        value = tick(8),
      ) {
        tick(16);
      }
    }
    new Grid().fill(); new Grid().fill(1);`,
  'exceptions that other code catches, between two lines': `
    // @profile
    function throws() {
      tick(1);
      JSON.parse('{');
    }
    // @profile
    function callee() {
      tick(2);
    }
    // @profile
    function caller() {
      unmarked(throws);
      tick(5);
      callee();
      unmarked(throws);
      callee();
      for (const n of [1, 2]) {
        unmarked(throws);
        tick(n);
      }
      unmarked(throws);
      return tick(7);
    }
    caller(); caller();`,
  'async bodies that call short ones': `
    // @profile
    function short() {
      tick(1);
      tick(2);
    }
    // @profile
    async function long() {
      short();
      await null;
      short();
      await new Promise((resolve) => setImmediate(() => { tick(10); resolve(); }));
    }
    await Promise.all([long(), long()]);`,
  'async bodies, generators and what they call, at the same time': `
    const pause = (ms) => new Promise((resolve) => setImmediate(() => { tick(ms); resolve(ms); }));
    // @profile
    async function worker(n) {
      tick(1);
      const first = await pause(n);
      for (const value of numbers(n)) {
        tick(value);
        if (value === 2) await null;
      }
      try {
        tick(2), await refused(n);
      } catch {
        tick(3);
      }
      return Promise.all([1, 2].map(async (x) => {
        tick(x);
        await pause(x);
        tick(x);
      }));
    }
    // @profile
    function* numbers(n) {
      tick(4);
      yield* [1, 2];
      if (n > 0) yield* numbers(n - 1);
      tick(5);
    }
    // @profile
    async function refused(n) {
      await null;
      tick(6);
      if (n > 1) throw new Error('refused');
    }
    await Promise.all([worker(1), worker(2), worker(3)]);
    tick(100);
    await worker(2);`,
};

it.each(Object.entries(PROGRAMS))('%s', async (_name, source) => {
  const byClock = await told(source, 'nothing');
  expect(byClock.some(({ totalNs }) => totalNs > 0)).toBe(true);
  expect(await told(source, 'everything')).toEqual(byClock);
  expect(await told(source, 'every other')).toEqual(byClock);
});

it('gives no time to what an exception has ended that nothing woven has seen, once the stacks were compared', async () => {
  const { functions } = await runWithFakeClock(
    `
    // @profile
    function ends(i) {
      tick(0.001), i % 2 ? null.x : 0;
    }
    // @profile
    function recurs(n) {
      tick(0.001);
      if (n > 0) recurs(n - 1);
    }
    for (let i = 0; i < 2000; i++) unmarked(() => ends(i));
    for (let i = 0; i < 20; i++) recurs(9);`,
    0,
    'everything',
  );
  const [ends, recurs] = functions.map(({ lines }) => lines.reduce((sum, { timeNs }) => sum + timeNs / 1e3, 0));
  // Before the first comparison, the sampler has looked eight times at eight frames at most.
  expect(ends).toBeGreaterThan(1900);
  expect(ends).toBeLessThan(2000 + 8 * 8);
  // Each of ten has its own microsecond, nine have that of those that they call.
  expect(recurs).toBe(20 * (10 + 45));
});

it('takes time back from a recursion each time that code without probes has ended a part of it', async () => {
  const { line } = await runWithFakeClock(
    `
    // @profile
    function again(depth) {
      tick(0.001), depth === 0 ? null.x : 0; // own
      for (let i = 0; i < 60; i++) unmarked(() => again(depth - 1));
    }
    again(2);`,
    0,
    'everything',
  );
  const [hits, time] = line('own');
  expect(hits).toBe(1 + 60 + 60 * 60);
  expect(time * 1e3).toBeGreaterThan(0.9 * hits);
  expect(time * 1e3).toBeLessThan(2 * hits);
});

/** An activation that runs on while it turns out to be short, under others of its function and of another. */
const TURNS_OUT_SHORT = `
  // @profile
  function spin(rounds) {
    for (let i = 0; i < rounds; i++) {
      tick(0.0005);
      tick(0.00025);
      if (i === rounds - 2) callee(3);
    }
    if (rounds > 700) spin(rounds - 300);
    return rounds;
  }
  // @profile
  function callee(n) {
    tick(1);
    if (n > 0) callee(n - 1);
  }
  spin(1600); tick(100); spin(200);`;

it('goes from the clock to sampling in the middle of an activation', async () => {
  const [spin, callee] = await told(TURNS_OUT_SHORT, 'short lines');
  const [spinByClock, calleeByClock] = await told(TURNS_OUT_SHORT, 'nothing');
  expect(callee).toEqual(calleeByClock);
  expect(spin?.calls).toBe(spinByClock?.calls);
  expect((spin?.totalNs ?? 0) / (spinByClock?.totalNs ?? 1)).toBeCloseTo(1, 6);
  spinByClock?.lines.forEach(({ hits, timeNs }, at) => {
    const line = spin?.lines[at];
    expect(line?.hits).toBe(hits);
    expect(line?.timeNs).toBeGreaterThanOrEqual(timeNs - 10);
    expect(line?.timeNs).toBeLessThanOrEqual(timeNs + 10);
  });
  const { functions } = await runWithFakeClock(TURNS_OUT_SHORT, 0, 'short lines');
  expect(functions[0]?.lines.some(({ samples = 0 }) => samples > 1000)).toBe(true);
  expect(functions[1]?.lines.some(({ samples = 0 }) => samples > 0)).toBe(false);
});

/** Bodies that can be suspended: one that never is while it is short, one that is again and again. */
const SUSPENDED_SHORT = `
  // @profile
  async function spin() {
    await null;
    for (let i = 0; i < 600; i++) {
      tick(0.0005);
    }
    await null;
  }
  // @profile
  function* numbers() {
    for (let i = 0; i < 600; i++) {
      tick(0.0005);
      yield i;
    }
  }
  await spin();
  for (const n of numbers()) tick(0.00025);`;

it('goes from the clock to sampling in bodies that can be suspended', async () => {
  const byClock = await told(SUSPENDED_SHORT, 'nothing');
  const listings = await told(SUSPENDED_SHORT, 'short lines');
  listings.forEach(({ totalNs, lines, ...others }, fn) => {
    const expected = byClock[fn];
    expect(others).toMatchObject({ name: expected?.name, calls: 1 });
    expect(totalNs / (expected?.totalNs ?? 0)).toBeCloseTo(1, 6);
    lines.forEach(({ hits, timeNs, awaitNs }, at) => {
      expect(hits).toBe(expected?.lines[at]?.hits);
      expect(Math.abs(timeNs - (expected?.lines[at]?.timeNs ?? 0))).toBeLessThanOrEqual(10);
      expect(Math.abs(awaitNs - (expected?.lines[at]?.awaitNs ?? 0))).toBeLessThanOrEqual(500);
    });
  });
  const { functions } = await runWithFakeClock(SUSPENDED_SHORT, 0, 'short lines');
  for (const { lines } of functions) expect(lines.some(({ samples = 0 }) => samples > 200)).toBe(true);
  const waited = functions[1]?.lines.find(({ awaitNs }) => awaitNs > 0);
  // A wait was as long as it was since the look before, in each of the rounds that were sampled.
  expect(waited?.awaitErrorNs).toBeGreaterThan(0);
  expect(waited?.awaitErrorNs).toBeLessThan(250 * Math.sqrt(600));
});

const GOES_BACK_TO_THE_CLOCK: Readonly<Record<string, string>> = {
  'what has long lines, in the middle of an activation': `
    // @profile
    function work(rounds) {
      for (let i = 0; i < rounds; i++) {
        tick(0.02);
        tick(0.03);
      }
    }
    work(1); work(1); work(2000);`,
  'what is called more and more rarely': `
    // @profile
    function work() {
      tick(0.001);
      tick(0.002);
    }
    for (let i = 0; i < 1000; i++) work();
    for (let i = 0; i < 6000; i++) {
      tick(20);
      work();
    }`,
};

it.each(Object.entries(GOES_BACK_TO_THE_CLOCK))('%s, goes back to the clock', async (_name, source) => {
  const [byClock] = await told(source, 'nothing');
  const [work] = await told(source, 'short lines');
  expect(work?.calls).toBe(byClock?.calls);
  expect((work?.totalNs ?? 0) / (byClock?.totalNs ?? 1)).toBeCloseTo(1, 6);
  byClock?.lines.forEach(({ hits, timeNs }, at) => {
    expect(work?.lines[at]?.hits).toBe(hits);
    expect(Math.abs((work?.lines[at]?.timeNs ?? 0) - timeNs)).toBeLessThanOrEqual(100);
  });
  const { functions } = await runWithFakeClock(source, 0, 'short lines');
  const mostSampled = functions[0]?.lines.reduce((a, b) => ((a.samples ?? 0) > (b.samples ?? 0) ? a : b));
  expect(mostSampled?.samples).toBeGreaterThan(10);
  expect(mostSampled?.samples).toBeLessThan((mostSampled?.hits ?? 0) / 2);
});

describe('what is said of a sampled line', () => {
  const source = `
    // @profile
    function work() {
      tick(3);
      tick(4);
      0;
    }
    for (let i = 0; i < 4; i++) work();`;

  it('is the root of the squares of what its samples were worth, and of one more', async () => {
    const { functions } = await runWithFakeClock(source, 0, 'everything');
    const [three, four, nothing] = functions[0]?.lines ?? [];
    // Eight looks were worth 28 ms.
    const oneMore = 3.5 ** 2;
    expect(three).toMatchObject({ samples: 4, timeNs: 12e6 });
    expect(three?.standardErrorNs).toBeCloseTo(1e6 * Math.sqrt(4 * 3 ** 2 + oneMore), -1);
    expect(four?.standardErrorNs).toBeCloseTo(1e6 * Math.sqrt(4 * 4 ** 2 + oneMore), -1);
    // Its hits fell between two looks.
    expect(nothing).toMatchObject({ hits: 4, samples: 0, timeNs: 0 });
    expect(nothing?.standardErrorNs).toBeCloseTo(3.5e6, -1);
  });

  it('is nothing where all is by the clock', async () => {
    const { functions } = await runWithFakeClock(source, 0, 'nothing');
    for (const line of functions[0]?.lines ?? []) expect(line).not.toHaveProperty('standardErrorNs');
  });
});

it('spreads the time of a late look over the next ones, and loses none of it', () => {
  const { offer, take, forget } = makeRation();
  const worths = [4, ...new Array<number>(40).fill(0.15)].map((passed) => {
    const worth = offer(passed);
    take(worth);
    return worth;
  });
  expect(Math.max(...worths)).toBeLessThan(0.4);
  expect(worths.reduce((sum, worth) => sum + worth, 0)).toBeCloseTo(4 + 40 * 0.15, 6);
  expect(worths.at(-1)).toBeCloseTo(0.15, 6);
  offer(4);
  forget();
  expect(offer(0.1)).toBe(0.1);
});

async function told(source: string, sampled: Sampled) {
  const { functions } = await runWithFakeClock(source, 0, sampled);
  return functions.map(({ name, calls, totalNs, lines }) => ({
    name,
    calls,
    totalNs,
    lines: lines.map(({ line, hits, timeNs, awaitNs }) => ({ line, hits, timeNs, awaitNs })),
  }));
}
