/** Weaves a small program and runs it under a clock that only the program's own `tick(ms)` moves. */

import type { FileDescription, ProfiledFunction } from '@kernts/runtime';
import { instrument } from '@kernts/transformer';
import { transform } from 'esbuild';
import { makeAllProbes } from '../../packages/runtime/src/all-probes.js';
import { debt, replaceClock } from '../../packages/runtime/src/clock.js';
import { looks } from '../../packages/runtime/src/looks.js';
import { RUNTIME_KEY_TEXT } from '../../packages/runtime/src/probe-abi.js';
import { makeRewinding } from '../../packages/runtime/src/rewind.js';
import { emptied } from '../../packages/runtime/src/runtime.js';
import { makeSampler } from '../../packages/runtime/src/sampler.js';
import { MODE, roomOnStack, sampler, sampling } from '../../packages/runtime/src/sampling.js';
import { type FileSlots, makeSlots } from '../../packages/runtime/src/slots.js';
import { takeSnapshot } from '../../packages/runtime/src/snapshot.js';
import { published, stack, top } from '../../packages/runtime/src/stack.js';
import { noteLook } from '../../packages/runtime/src/watch.js';

/** In ms. Never goes back, from one program to the next. */
let wall = 1000;

let programs = 0;

const RUNTIME_KEY = Symbol.for(RUNTIME_KEY_TEXT);

/** `using` as older versions of Node can run it. */
async function runnable(code: string): Promise<string> {
  if (!code.includes('using ')) return code;
  const wrapped = await transform(`export async function program() {${code}}`, { target: 'node20', format: 'esm' });
  return `${wrapped.code.replace(/export \{[^}]*\};/, '')}\nreturn program();`;
}

/** Which bodies that run in one go are sampled. `short lines`: as with `--timing auto`. */
export type Sampled = 'nothing' | 'everything' | 'every other' | 'short lines';

export interface Outcome {
  readonly functions: readonly ProfiledFunction[];
  /** The listing by name. */
  fn(name: string): ProfiledFunction;
  /** `[hits, time, await]` of the line that carries `mark` in a comment; times in ms. */
  line(mark: string): [hits: number, time: number, awaited: number];
  uncertain(mark: string): number;
  /** In ms; null where it is not known. */
  self(mark: string): number | null;
  /** The longest stay, in ms. */
  longest(mark: string): number;
  total(name: string): number;
}

/**
 * `source` is JavaScript, run as the body of an async function. It may call `tick(ms)`, `unmarked(f)`, which calls `f` and
 * swallows what it throws, and `counting.pause()`, `.resume()` and `.reset()`.
 */
export async function runWithFakeClock(
  source: string,
  probeCostMs = 0,
  sampled: Sampled = 'nothing',
): Promise<Outcome> {
  const timing = sampled === 'nothing' ? 'exact' : 'auto';
  const { code } = instrument(source, { filename: 'program.js', timing });
  const undo = replaceClock(() => {
    wall += probeCostMs;
    return wall;
  }, probeCostMs);
  const files: FileSlots[] = [];
  const realm = globalThis as { [RUNTIME_KEY]?: unknown };
  realm[RUNTIME_KEY] = {
    open(description: FileDescription) {
      const slots = makeSlots(description);
      files.push(slots);
      if (sampled === 'everything') {
        slots.modes.fill(roomOnStack());
        slots.wasSampled.fill(1);
      }
      if (sampled === 'every other')
        slots.modes.forEach((_, at) => {
          slots.modes[at] = at % 2 === 0 ? roomOnStack() : MODE.long;
        });
      looker.learn(files);
      return makeAllProbes(slots);
    },
  };
  const looker = makeSampler();
  const view = { top, stack, published, seen: new Float64Array(2), looks, sampler };
  const counting = makeRewinding(
    files,
    () => view,
    () => {},
  );
  const tick = (ms: number) => {
    wall += ms;
    // A sampler that looks whenever time has passed is exact.
    if (sampled === 'nothing') return;
    noteLook(view, wall);
    looker.look(view, ms);
  };
  const unmarked = (f: () => unknown) => {
    try {
      f();
    } catch {
      // The point: nothing here is woven.
    }
  };
  if (sampled !== 'nothing') {
    sampling.request = () => {};
    sampler[0] = 1;
  }
  try {
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    // The runtime tells functions apart by where they are written.
    const name = `\n//# sourceURL=program-${++programs}.js`;
    const program = AsyncFunction('tick', 'unmarked', 'counting', (await runnable(code)) + name);
    await program(tick, unmarked, counting);
    await new Promise((resolve) => setImmediate(resolve));
    const profile = takeSnapshot(
      {
        view: counting.kept() === null ? view : emptied(view),
        files: counting.kept() ?? files,
        time: wall - debt[0]!,
        readings: debt[2]!,
        subtractedMs: 0,
        probeCostMs: 0,
      },
      {
        command: [],
        node: process.version,
        startedAt: '',
        wallNs: 0,
        timing: { mode: 'exact', probeCostNs: 0, readings: 0 },
      },
    );
    const lines = source.split('\n');
    const find = (mark: string) => {
      const line = lines.findIndex((text) => text.includes(`// ${mark}`)) + 1;
      const found = profile.functions.flatMap((fn) => fn.lines).find((entry) => entry.line === line);
      if (found === undefined) throw new Error(`no site on the line marked ${mark}`);
      return found;
    };
    const fn = (name: string) => {
      const found = profile.functions.find((entry) => entry.name === name);
      if (found === undefined) throw new Error(`no listing ${name}`);
      return found;
    };
    return {
      functions: profile.functions,
      fn,
      line: (mark) => [find(mark).hits, find(mark).timeNs / 1e6, find(mark).awaitNs / 1e6],
      self: (mark) => {
        const { selfNs } = find(mark);
        return selfNs === undefined ? null : selfNs / 1e6;
      },
      longest: (mark) => find(mark).maxNs / 1e6,
      uncertain: (mark) => (find(mark).uncertainNs ?? 0) / 1e6,
      total: (name) => fn(name).totalNs / 1e6,
    };
  } finally {
    undo();
    sampling.request = null;
    sampler.fill(0);
    delete realm[RUNTIME_KEY];
  }
}
