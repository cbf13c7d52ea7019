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

/** How often each place counted, when it had \`before\` already. */
function counts(timing: 'auto' | 'exact' | 'off', before: number): number[] {
  const { code } = instrument(SOURCE, { filename: 'program.js', timing });
  const files: FileSlots[] = [];
  const realm = globalThis as unknown as Record<symbol, { open(description: FileDescription): Probes }>;
  const key = Symbol.for(RUNTIME_KEY_TEXT);
  realm[key] = {
    open(description) {
      const slots = makeSlots(description);
      files.push(slots);
      slots.hits.fill(before);
      slots.settled.fill(before >>> 0);
      if (timing === 'auto') slots.modes.fill(roomOnStack());
      return makeAllProbes(slots);
    },
  };
  try {
    new Function(code)();
  } finally {
    delete realm[key];
  }
  const [file] = files;
  if (file === undefined) throw new Error('nothing was counted');
  // What index 0 counts is no site's.
  return Array.from(file.hits, (_, at) => countedAt(file, at) - (before >>> 0)).slice(1);
}

it.each(['auto', 'exact', 'off'] as const)('is not lost (%s)', (timing) => {
  const few = counts(timing, 0);
  expect(Math.max(...few)).toBeGreaterThan(15);
  // 2^32 - 3
  expect(counts(timing, -3)).toEqual(few);
  // 2^31 - 2
  expect(counts(timing, 0x7ffffffe)).toEqual(few);
});
