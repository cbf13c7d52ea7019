/** A place that counts goes once around after 2^32 hits; the sum goes on. */
import { instrument } from '@kernts/transformer';
import { expect, it } from 'vitest';
import { makeAllProbes } from '../../packages/runtime/src/all-probes.js';
import { type FileDescription, type Probes, RUNTIME_KEY_TEXT } from '../../packages/runtime/src/probe-abi.js';
import { roomOnStack } from '../../packages/runtime/src/sampling.js';
import { countedAt, type FileSlots, makeSlots } from '../../packages/runtime/src/slots.js';

const SOURCE = `
  // @profile
  function f(n) {
    let none;
    for (let i = 0; i < n; i++) none = i;
    for (let i = 0; i < n; i++) {
      none = i;
    }
    return [
      none,
      ...[n],
    ];
  }
  // @profile
  function* g() {
    yield 1;
  }
  for (let i = 0; i < 5; i++) {
    f(3);
    [...g()];
  }`;

type Timing = 'auto' | 'exact' | 'off';

/**
 * How often each place has counted, when it had `before` already and the program has run. Each run more begins 2^31 hits
 * behind the one before it.
 */
function counts(timing: Timing, before: number, runs = 1): number[] {
  const { code } = instrument(SOURCE, { filename: 'program.js', timing });
  const files: FileSlots[] = [];
  const realm = globalThis as unknown as Record<symbol, { open(description: FileDescription): Probes }>;
  const key = Symbol.for(RUNTIME_KEY_TEXT);
  realm[key] = {
    open(description) {
      const slots = files[0] ?? makeSlots(description);
      if (files.length === 0) {
        slots.hits.fill(before);
        slots.settled.fill(before >>> 0);
      }
      files[0] = slots;
      if (timing === 'auto') slots.modes.fill(roomOnStack());
      return makeAllProbes(slots);
    },
  };
  const program = new Function(code);
  try {
    program();
    const [file] = files;
    if (file === undefined) throw new Error('nothing was counted');
    const perRun = file.hits.map((hits) => hits - before);
    for (let run = 1; run < runs; run++) {
      for (let at = 0; at < perRun.length; at++) file.hits[at]! += 2 ** 31 - perRun[at]!;
      program();
    }
    // What index 0 counts is no site's.
    return Array.from(file.hits, (_, at) => countedAt(file, at) - (before >>> 0)).slice(1);
  } finally {
    delete realm[key];
  }
}

const TIMINGS = ['auto', 'exact', 'off'] as const;

it.each(TIMINGS)('is not lost (%s)', (timing) => {
  const few = counts(timing, 0);
  expect(Math.max(...few)).toBeGreaterThan(15);
  // 2^32 - 3
  expect(counts(timing, -3)).toEqual(few);
  // 2^31 - 2
  expect(counts(timing, 0x7ffffffe)).toEqual(few);
});

it.each(TIMINGS)('is not lost however often it goes round (%s)', (timing) => {
  const few = counts(timing, 0);
  expect(counts(timing, -3, 6)).toEqual(few.map((own) => own + 5 * 2 ** 31));
});
