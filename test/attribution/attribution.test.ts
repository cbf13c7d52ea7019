import { describe, expect, it } from 'vitest';
import { runWithFakeClock } from './run-with-fake-clock.js';

/** The clock's numbers, and those of a sampler that looks whenever time has passed. */
const BOTH = ['nothing', 'everything'] as const;

describe('a function that runs in one go', () => {
  it('gives each line the time until the next line of the same activation', async () => {
    const { line, total } = await runWithFakeClock(`
      // @profile
      function f() {
        tick(3); // a
        tick(5); // b
        return tick(7); // c
      }
      f(); tick(100); f();
    `);
    expect(line('a')).toEqual([2, 6, 0]);
    expect(line('b')).toEqual([2, 10, 0]);
    expect(line('c')).toEqual([2, 14, 0]);
    expect(total('f')).toBe(30);
  });

  it('includes what a line calls, profiled or not', async () => {
    const { line, total } = await runWithFakeClock(`
      // @profile
      function inner() {
        tick(2); // inner
      }
      // @profile
      function outer() {
        inner(); // call
        tick(1);
      }
      outer();
    `);
    expect(line('call')).toEqual([1, 2, 0]);
    expect(line('inner')).toEqual([1, 2, 0]);
    expect(total('outer')).toBe(3);
  });

  it('counts loop headers once more than the rounds and gives them the update', async () => {
    const { line } = await runWithFakeClock(`
      // @profile
      function f() {
        for (let i = 0; tick(1), i < 3; tick(10), i++) { // for
          tick(100); // body
        }
        for (const x of [1, 2, 3]) { // of
          if (x === 2) continue; // if
          tick(100);
        }
        let n = 2;
        while (tick(1), n > 0) n--; // while
      }
      f();
    `);
    expect(line('for')).toEqual([4, 34, 0]);
    expect(line('body')).toEqual([3, 300, 0]);
    expect(line('of')).toEqual([4, 0, 0]);
    expect(line('if')).toEqual([3, 0, 0]);
    expect(line('while')).toEqual([3, 3, 0]);
  });

  it('counts a recursion once in the total and per activation on the lines', async () => {
    const { line, total, fn } = await runWithFakeClock(`
      // @profile
      function f(n) {
        tick(1); // own
        if (n > 0) f(n - 1); // call
      }
      f(3);
    `);
    expect(line('own')).toEqual([4, 4, 0]);
    expect(line('call')).toEqual([4, 3 + 2 + 1, 0]);
    expect(total('f')).toBe(4);
    expect(fn('f').calls).toBe(4);
  });

  it('does not count a callback twice on the line that calls it', async () => {
    const { line, total } = await runWithFakeClock(`
      // @profile
      function f() {
        [1, 2, 3].forEach((x) => tick(x)); // each
        [1, 2].map((x) => { // map
          tick(x); // inside
        });
        return () => tick(50); // later
      }
      f()();
    `);
    expect(line('each')).toEqual([1, 6, 0]);
    expect(line('map')).toEqual([1, 3, 0]);
    expect(line('inside')).toEqual([2, 3, 0]);
    expect(line('later')).toEqual([1, 50, 0]);
    expect(total('f')).toBe(59);
  });

  it('subtracts what the probes cost, also those of callees', async () => {
    const { line, total } = await runWithFakeClock(
      `
      // @profile
      function inner() {
        tick(2);
        tick(2);
      }
      // @profile
      function outer() {
        for (let i = 0; i < 10; i++) { // loop
          inner(); // call
        }
      }
      outer();
    `,
      0.5,
    );
    expect(line('call')).toEqual([10, 40, 0]);
    expect(line('loop')).toEqual([11, 0, 0]);
    expect(total('outer')).toBe(40);
  });
});

describe('throwing', () => {
  it('ends a line that throws to a profiled catch when it is caught', async () => {
    const { line, total } = await runWithFakeClock(`
      // @profile
      function thrower() {
        tick(4);
        tick(3), null.x; // throws
      }
      // @profile
      function catcher() {
        try {
          thrower(); // call
        } catch { // catch
          tick(1); // handler
        }
        tick(2); // after
      }
      catcher();
    `);
    expect(line('throws')).toEqual([1, 3, 0]);
    expect(line('call')).toEqual([1, 7, 0]);
    expect(line('catch')).toEqual([1, 0, 0]);
    expect(line('handler')).toEqual([1, 1, 0]);
    expect(line('after')).toEqual([1, 2, 0]);
    expect(total('thrower')).toBe(7);
    expect(total('catcher')).toBe(10);
  });

  it('knows the end of a throw statement that code without probes catches', async () => {
    const { line, uncertain, total } = await runWithFakeClock(`
      // @profile
      function thrower() {
        tick(4);
        throw tick(3); // throws
      }
      for (let i = 0; i < 100; i++) { unmarked(thrower); tick(1000); }
    `);
    expect(line('throws')).toEqual([100, 300, 0]);
    expect(uncertain('throws')).toBe(0);
    expect(total('thrower')).toBe(700);
  });

  it.each(BOTH)('knows the end of an exception that code of the same file catches, sampled: %s', async (sampled) => {
    const { line, uncertain, total } = await runWithFakeClock(
      `
      // @profile
      function thrower() {
        tick(3), null.x; // throws
      }
      // @profile
      function caller() {
        thrower(); // calls
      }
      function attempt(f) {
        try {
          try { f(); } finally { tick(1000); }
        } catch {
          tick(1000);
        }
      }
      for (let i = 0; i < 100; i++) { attempt(caller); attempt(thrower); }
    `,
      0,
      sampled,
    );
    // Between the exception and the catch, nothing tells that the functions have ended.
    expect(line('throws')).toEqual([200, 200 * 1003, 0]);
    expect(line('calls')).toEqual([100, 100 * 1003, 0]);
    expect(uncertain('throws')).toBe(0);
    expect(total('thrower')).toBe(200 * 1003);
  });

  it('keeps what is known of an exception that code without probes catches, and says what is not', async () => {
    const { line, uncertain, fn } = await runWithFakeClock(`
      // @profile
      function thrower() {
        tick(4); // before
        tick(3), null.x; // throws
      }
      for (let i = 0; i < 100; i++) { unmarked(thrower); tick(10); }
    `);
    expect(line('before')).toEqual([100, 400, 0]);
    expect(line('throws')[0]).toBe(100);
    expect(line('throws')[1] + uncertain('throws')).toBeGreaterThanOrEqual(300);
    expect(line('throws')[1]).toBeLessThanOrEqual(300);
    expect(fn('thrower').calls).toBe(100);
  });

  it('charges nothing that passes after an exception which code without probes caught', async () => {
    const { line, uncertain, total } = await runWithFakeClock(`
      // @profile
      function thrower() {
        tick(4); // before
        tick(3), null.x; // throws
      }
      // @profile
      function next() {
        tick(1); // next
      }
      unmarked(thrower);
      tick(500);
      next();
      tick(500);
      next();
    `);
    expect(line('before')).toEqual([1, 4, 0]);
    expect(line('throws')).toEqual([1, 0, 0]);
    expect(uncertain('throws')).toBeGreaterThanOrEqual(3);
    expect(line('next')).toEqual([2, 2, 0]);
    expect(total('next')).toBe(2);
    expect(total('thrower')).toBe(4);
  });

  it('tells a recursion that an exception ended from the next one', async () => {
    const { fn, total } = await runWithFakeClock(`
      // @profile
      function f(n, fail) {
        tick(1);
        if (n > 0) f(n - 1, fail);
        else if (fail) throw new Error('deep');
      }
      for (const depth of [50, 40, 60]) {
        unmarked(() => f(depth, true));
        f(depth, false);
      }
    `);
    expect(fn('f').calls).toBe(2 * (51 + 41 + 61));
    // Complete for the three that returned; of those that threw, at least what their lines had when they called on.
    expect(total('f')).toBeGreaterThanOrEqual(51 + 41 + 61);
    expect(total('f')).toBeLessThanOrEqual(2 * (51 + 41 + 61));
  });

  it('runs a finally on its own line and keeps the return value pending', async () => {
    const { line, total } = await runWithFakeClock(`
      // @profile
      function f(fail) {
        try {
          tick(1); // try
          if (fail) null.x;
          return tick(2); // return
        } finally { // finally
          tick(4); // cleanup
        }
      }
      f(false); unmarked(() => f(true)); tick(1000); f(false);
    `);
    expect(line('try')).toEqual([3, 3, 0]);
    expect(line('return')).toEqual([2, 4, 0]);
    expect(line('finally')).toEqual([3, 0, 0]);
    expect(line('cleanup')).toEqual([3, 12, 0]);
    expect(total('f')).toBe(19);
  });
});

describe.each(BOTH)('suspension, sampled: %s', (sampled) => {
  it('keeps await apart from time, and concurrent activations apart from each other', async () => {
    const { line, total } = await runWithFakeClock(
      `
      const gates = [];
      // @profile
      async function f() {
        tick(1); // before
        await new Promise((resolve) => gates.push(resolve)); // await
        tick(2); // after
      }
      const all = [f(), f()];
      tick(10);
      gates[1](); await all[1];
      tick(5);
      gates[0](); await all[0];
    `,
      0,
      sampled,
    );
    expect(line('before')).toEqual([2, 2, 0]);
    // The first waits while the second runs its own 1 + 2, and through both pauses.
    expect(line('await')).toEqual([2, 0, 1 + 10 + 2 + 5 + 10]);
    expect(line('after')).toEqual([2, 4, 0]);
    expect(total('f')).toBe(6);
  });

  it('charges a rejected await and a catch that takes it', async () => {
    const { line } = await runWithFakeClock(
      `
      const gates = [];
      // @profile
      async function f() {
        try {
          await new Promise((_, reject) => gates.push(reject)); // await
        } catch { // catch
          tick(2); // handler
        }
        await new Promise((_, reject) => gates.push(reject)); // last
      }
      const one = f();
      tick(10); gates[0](); await null; await null;
      tick(20); gates[1]();
      await one.catch(() => {});
    `,
      0,
      sampled,
    );
    expect(line('await')).toEqual([1, 0, 10]);
    expect(line('handler')).toEqual([1, 2, 0]);
    expect(line('last')).toEqual([1, 0, 20]);
  });

  it('does not count a generator while it is not running', async () => {
    const { line, total } = await runWithFakeClock(
      `
      // @profile
      function* numbers() {
        try {
          tick(1); // first
          yield 1; // yield
          tick(2); // second
          yield 2;
        } finally { // finally
          tick(4); // cleanup
        }
      }
      // @profile
      function consumer() {
        for (const n of numbers()) { // loop
          tick(100); // body
          if (n === 2) break;
        }
      }
      consumer();
    `,
      0,
      sampled,
    );
    expect(line('first')).toEqual([1, 1, 0]);
    expect(line('yield')).toEqual([1, 0, 100]);
    expect(line('second')).toEqual([1, 2, 0]);
    expect(line('cleanup')).toEqual([1, 4, 0]);
    expect(line('loop')[1]).toBe(3);
    expect(line('body')).toEqual([2, 200, 0]);
    expect(total('numbers')).toBe(7);
    expect(total('consumer')).toBe(207);
  });

  it('splits for await into its own steps and the waiting', async () => {
    const { line } = await runWithFakeClock(
      `
      const gate = () => new Promise((resolve) => setImmediate(() => { tick(10); resolve(); }));
      // @profile
      async function f() {
        for await (const x of [gate(), gate()]) { // loop
          tick(3); // body
        }
      }
      await f();
    `,
      0,
      sampled,
    );
    const [hits, time, awaited] = line('loop');
    expect([hits, time]).toEqual([3, 0]);
    expect(awaited).toBe(20);
    expect(line('body')).toEqual([2, 6, 0]);
  });

  it('says what an exception that leaves a for await may have taken', async () => {
    const { line, uncertain } = await runWithFakeClock(
      `
      const gate = () => new Promise((resolve) => setImmediate(() => { tick(10); resolve(); }));
      const source = { n: 0, next: async () => ({ done: false, value: 1 }), return: gate, [Symbol.asyncIterator]() { return this; } };
      // @profile
      async function f() {
        try {
          for await (const x of source) {
            tick(5), JSON.parse('{'); // throws
          }
        } catch {
          tick(1); // handler
        }
      }
      await f();
    `,
      0,
      sampled,
    );
    // The sampler sees what the clock cannot tell from the wait.
    expect(line('throws')).toEqual(sampled === 'nothing' ? [1, 0, 15] : [1, 5, 10]);
    expect(uncertain('throws')).toBe(sampled === 'nothing' ? 5 : 0);
    expect(line('handler')).toEqual([1, 1, 0]);
  });
});

describe('an expression over several lines', () => {
  it('times each link of a chain, and a call on the line that it stands on', async () => {
    const { line, total } = await runWithFakeClock(`
      const thing = { a(x) { tick(2); return thing; }, b() { tick(3); return thing; } };
      // @profile
      function f() {
        const chained = thing // start
          .a(tick(1)) // a
          .b() // b
          .a(
            tick(5), // argument
          );
        return (
          tick(7) || // left
          tick(11) // right
        );
      }
      f();
    `);
    expect(line('start')).toEqual([1, 0, 0]);
    expect(line('a')).toEqual([1, 3, 0]);
    expect(line('b')).toEqual([1, 3, 0]);
    expect(line('argument')).toEqual([1, 5, 0]);
    expect(line('left')).toEqual([1, 7, 0]);
    expect(line('right')).toEqual([1, 11, 0]);
    expect(total('f')).toBe(31);
  });

  it('counts only what is evaluated', async () => {
    const { line } = await runWithFakeClock(`
      // @profile
      function f(n) {
        return {
          a: tick(1), // a
          b: n > 1
            ? tick(2) // yes
            : tick(4), // no
          c: [
            tick(8), // element
            n, // name
          ],
        };
      }
      f(1); f(2); f(3);
    `);
    expect(line('a')).toEqual([3, 3, 0]);
    expect(line('yes')).toEqual([2, 4, 0]);
    expect(line('no')).toEqual([1, 4, 0]);
    expect(line('element')).toEqual([3, 24, 0]);
    expect(line('name')).toEqual([3, 0, 0]);
  });
});

describe('what runs outside the statements of a body', () => {
  it('times class fields and static parts, each construction', async () => {
    const { line, total, fn } = await runWithFakeClock(`
      // @profile
      class Grid {
        cells = tick(2); // cells
        rows = [
          tick(4), // first row
          tick(8), // second row
        ];
        static shared = tick(16); // shared
        zero = 0; // zero
        static {
          tick(32); // block
        }
        constructor() {
          tick(64); // constructor
        }
      }
      new Grid(); tick(1000); new Grid();
    `);
    expect(line('cells')).toEqual([2, 4, 0]);
    expect(line('first row')).toEqual([2, 8, 0]);
    expect(line('second row')).toEqual([2, 16, 0]);
    expect(line('zero')).toEqual([2, 0, 0]);
    expect(line('shared')).toEqual([1, 16, 0]);
    expect(line('block')).toEqual([1, 32, 0]);
    expect(line('constructor')).toEqual([2, 128, 0]);
    expect([total('Grid.<fields>'), fn('Grid.<fields>').calls]).toEqual([28, 2]);
    expect(total('Grid.<static>')).toBe(48);
    expect(total('Grid.constructor')).toBe(128);
  });

  it('ends a field that throws, also when it is built again inside itself', async () => {
    const { line, total } = await runWithFakeClock(`
      let depth = 0;
      // @profile
      class Nested {
        inner = [
          tick(1), // own
          depth++ < 2 ? new Nested() : null, // nested
          tick(1), // after
        ];
      }
      // @profile
      class Fails {
        value = [
          tick(2), // begin
          JSON.parse(tick(4)), // fails
        ];
      }
      new Nested();
      unmarked(() => new Fails()); tick(100); unmarked(() => new Fails());
    `);
    expect(line('own')).toEqual([3, 3, 0]);
    expect(line('nested')).toEqual([3, 6, 0]);
    expect(line('after')).toEqual([3, 3, 0]);
    expect(total('Nested.<fields>')).toBe(6);
    expect(line('begin')).toEqual([2, 4, 0]);
    expect(line('fails')[0]).toBe(2);
  });

  it('times default values with their function', async () => {
    const { line, total, fn } = await runWithFakeClock(`
      // @profile
      function f(
        a = tick(1), // a
        { b = tick(2) } = {}, // b
        c = [
          tick(4), // c
        ],
      ) {
        const {
          d = tick(8), // d
          e = tick(16), // e
        } = {};
        tick(32); // body
      }
      f(); tick(1000); f(1, { b: 1 }, 1);
    `);
    expect(line('a')).toEqual([1, 1, 0]);
    expect(line('b')).toEqual([1, 2, 0]);
    expect(line('c')).toEqual([1, 4, 0]);
    expect(line('d')).toEqual([2, 16, 0]);
    expect(line('e')).toEqual([2, 32, 0]);
    expect(line('body')).toEqual([2, 64, 0]);
    expect([total('f'), fn('f').calls]).toEqual([119, 2]);
  });
});

describe.each(BOTH)('yield*, sampled: %s', (sampled) => {
  it('gives the delegating line the time of what it delegates to, and keeps its consumer apart', async () => {
    const { line, total } = await runWithFakeClock(
      `
      function* unwoven() { tick(1); yield 1; tick(2); yield 2; tick(4); }
      // @profile
      function* outer() {
        tick(8); // before
        yield* unwoven(); // delegate
        tick(16); // after
      }
      for (const n of outer()) tick(100);
    `,
      0,
      sampled,
    );
    expect(line('before')).toEqual([1, 8, 0]);
    expect(line('delegate')).toEqual([1, 7, 200]);
    expect(line('after')).toEqual([1, 16, 0]);
    expect(total('outer')).toBe(31);
  });

  it('counts a recursion once in the total', async () => {
    const { line, total } = await runWithFakeClock(
      `
      // @profile
      function* walk(depth) {
        tick(1); // own
        if (depth > 0) yield* walk(depth - 1); // delegate
        yield depth; // yield
      }
      for (const n of walk(2)) tick(100);
    `,
      0,
      sampled,
    );
    expect(line('own')).toEqual([3, 3, 0]);
    expect(line('delegate')).toEqual([3, 3, 300]);
    expect(line('yield')).toEqual([3, 0, 300]);
    expect(total('walk')).toBe(3);
  });

  it('splits what an async generator waits for', async () => {
    const { line, total } = await runWithFakeClock(
      `
      const gate = () => new Promise((resolve) => setImmediate(() => { tick(10); resolve(); }));
      async function* unwoven() { tick(1); await gate(); tick(2); yield 1; }
      // @profile
      async function* outer() {
        yield* unwoven(); // delegate
        yield* [tick(4)]; // sync
      }
      for await (const n of outer()) tick(100);
    `,
      0,
      sampled,
    );
    const [hits, time, awaited] = line('delegate');
    expect([hits, time]).toEqual([1, 1]);
    expect(awaited).toBe(112);
    expect(line('sync')).toEqual([1, 4, 100]);
    expect(total('outer')).toBe(5);
  });

  it('ends with the inner iterator when the consumer stops', async () => {
    const { line } = await runWithFakeClock(
      `
      function* unwoven() { try { yield 1; } finally { tick(3); } }
      // @profile
      function* outer() {
        yield* unwoven(); // delegate
      }
      for (const n of outer()) { tick(100); break; }
    `,
      0,
      sampled,
    );
    expect(line('delegate')).toEqual([1, 3, 100]);
  });
});

describe.each(BOTH)('using, sampled: %s', (sampled) => {
  it('gives the disposal to the line that declared, also after a return', async () => {
    const { line, total } = await runWithFakeClock(
      `
      const open = () => ({ [Symbol.dispose]() { tick(3); } });
      // @profile
      function f(early) {
        {
          using a = open(); // a
          tick(1); // work
        }
        using b = open(); // b
        if (early) return tick(8); // return
        tick(16); // last
      }
      f(true); tick(100); f(false);
    `,
      0,
      sampled,
    );
    expect(line('a')).toEqual([2, 6, 0]);
    expect(line('work')).toEqual([2, 2, 0]);
    expect(line('b')).toEqual([2, 3, 0]);
    expect(line('return')).toEqual([2, 11, 0]);
    expect(line('last')).toEqual([1, 16, 0]);
    expect(total('f')).toBe(38);
  });

  it('counts the wait for an asynchronous disposal as await, and says what of it may be time', async () => {
    const { line, uncertain, total } = await runWithFakeClock(
      `
      const gate = () => new Promise((resolve) => setImmediate(() => { tick(10); resolve(); }));
      const open = () => ({ [Symbol.asyncDispose]() { tick(3); return gate(); } });
      // @profile
      async function f() {
        await null;
        {
          await using a = open(); // a
          tick(1); // work
        }
        tick(2); // after
      }
      await f();
    `,
      0,
      sampled,
    );
    // The sampler sees what the clock cannot tell from the wait.
    expect(line('a')).toEqual(sampled === 'nothing' ? [1, 0, 13] : [1, 3, 10]);
    expect(uncertain('a')).toBe(sampled === 'nothing' ? 3 : 0);
    expect(line('work')).toEqual([1, 1, 0]);
    expect(line('after')).toEqual([1, 2, 0]);
    expect(total('f')).toBe(sampled === 'nothing' ? 3 : 6);
  });
});
