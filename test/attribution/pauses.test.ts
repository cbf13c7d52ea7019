/** What is left of times when a program switches its profile off and on, or resets it, while lines are open. */
import { expect, it } from 'vitest';
import { runWithFakeClock } from './run-with-fake-clock.js';

const WAYS = ['nothing', 'everything', 'every other'] as const;

const CALLS = `
  // @profile
  function inner(then) {
    tick(1); // before
    then();
    tick(2); // after
  }
  // @profile
  function outer(then) {
    tick(10); inner(then); tick(20); // call
  }
`;

it.each(WAYS)('takes back what lines had by themselves while nothing counted (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `${CALLS}
    outer(() => {});
    counting.pause();
    outer(() => tick(100));
    counting.resume();
  `,
    0,
    sampled,
  );
  expect([line('call')[1], self('call')]).toEqual([33, 30]);
  expect([self('before'), self('after')]).toEqual([1, 2]);
});

it.each(WAYS)('forgets what lines had by themselves before a reset (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `${CALLS}
    outer(() => tick(100));
    counting.reset();
    outer(() => {});
  `,
    0,
    sampled,
  );
  expect([line('call')[1], self('call')]).toEqual([33, 30]);
});

it.each(WAYS)('parts the time of an open line at a pause (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `${CALLS}
    outer(() => {
      counting.pause();
      tick(100);
      inner(() => {});
      counting.resume();
    });
  `,
    0,
    sampled,
  );
  expect([line('call')[1], self('call')]).toEqual([33, 30]);
  expect([self('before'), self('after')]).toEqual([1, 2]);
});

it.each(WAYS)('knows what lines have had by themselves that are open (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `${CALLS}
    outer(() => {
      tick(4);
      counting.pause();
    });
  `,
    0,
    sampled,
  );
  expect([line('call')[1], self('call')]).toEqual([15, 10]);
});

it.each(WAYS)('knows what a line has had that is open twice in one listing (sampled: %s)', async (sampled) => {
  const { line, self } = await runWithFakeClock(
    `
    // @profile
    function earlier() {
      tick(3); leaf(); // earlier
    }
    const callBack = (f) => f();
    // @profile
    function outer(then) {
      tick(1); callBack(() => { tick(4); then(); }); // call
    }
    // @profile
    function other(then) {
      tick(1); callBack(() => { tick(4); then(); }); // other call
    }
    // @profile
    function leaf() {
      tick(2);
    }
    earlier();
    outer(() => {});
    other(() => {});
    outer(() => other(() => counting.pause()));
  `,
    0,
    sampled,
  );
  expect([line('earlier')[1], self('earlier')]).toEqual([5, 3]);
  expect([line('call')[1], self('call')]).toEqual([15, 10]);
  expect([line('other call')[1], self('other call')]).toEqual([10, 10]);
});

it('takes none of the stays of a recursion for longer than it is', async () => {
  const { longest } = await runWithFakeClock(`
    // @profile
    function down(n) {
      tick(1); if (n > 0) down(n - 1); else counting.pause(); // again
    }
    down(3);
  `);
  expect(longest('again')).toBe(4);
});

/** Statements that are counted together. */
const ROW = `
  // @profile
  function row(then) {
    tick(1); // first
    then(); // second
    tick(2); // third
  }
`;

it.each(WAYS)('counts what is reached while it counts, of statements in a row (sampled: %s)', async (sampled) => {
  const { line } = await runWithFakeClock(
    `${ROW}
    row(() => counting.pause());
    row(() => {});
    row(() => counting.resume());
    row(() => { counting.pause(); counting.resume(); });
    unmarked(() => row(() => { counting.pause(); throw 1; }));
    counting.resume();
    unmarked(() => row(() => { counting.pause(); counting.resume(); throw 1; }));
  `,
    0,
    sampled,
  );
  expect([line('first')[0], line('second')[0], line('third')[0]]).toEqual([4, 4, 2]);
});

it.each(WAYS)('forgets what was reached before a reset, of statements in a row (sampled: %s)', async (sampled) => {
  const { line } = await runWithFakeClock(
    `${ROW}
    row(() => {});
    unmarked(() => row(() => { throw 1; }));
    row(() => counting.reset());
    row(() => {});
  `,
    0,
    sampled,
  );
  expect([line('first')[0], line('second')[0], line('third')[0]]).toEqual([1, 1, 2]);
});
