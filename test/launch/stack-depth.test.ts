/** A recursion that a program gets away with must not end in a RangeError because it is profiled. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { runKernts, runTsx } from '../support/run-kernts.js';

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'tag.ts': "import { cachedDataVersionTag } from 'node:v8';\nconsole.log(cachedDataVersionTag());\n",
  'depths.ts': `// @profile file
let n = 0;
function bare(): void {
  n++;
  bare();
}
function sum(k: number): number {
  n++;
  return k + sum(k + 1);
}
const arrow = (k: number): number => (n++, arrow(k + 1) + 1);
function loop(a: number, b: number): number {
  n++;
  for (const x of [a, b]) {
    if (loop(x, b) > 3) return x;
  }
  return a;
}
function guarded(k: number): number {
  n++;
  try {
    return guarded(k + 1) + 1;
  } finally {
    n += 0;
  }
}
function callback(k: number): number {
  n++;
  return [k].map((x) => callback(x + 1))[0] as number;
}
class Chain {
  constructor() {
    n++;
    new Chain();
  }
  get next(): number {
    n++;
    return this.next + 1;
  }
}
function* walk(k: number): Generator<number> {
  n++;
  yield* walk(k + 1);
  yield k;
}
async function later(k: number): Promise<number> {
  n++;
  return (await later(k + 1)) + 1;
}
const cases = {
  bare,
  sum: () => sum(1),
  arrow: () => arrow(1),
  loop: () => loop(1, 2),
  guarded: () => guarded(1),
  callback: () => callback(1),
  constructor: () => new Chain(),
  getter: () => (Object.create(Chain.prototype) as Chain).next,
  generator: () => [...walk(1)],
  async: () => void later(1).catch(() => 0),
};
const depths: Record<string, number> = {};
for (const [name, recurse] of Object.entries(cases)) {
  n = 0;
  try {
    recurse();
  } catch {}
  depths[name] = n;
}
console.log(JSON.stringify(depths));
`,
});
afterAll(remove);

type Depths = Readonly<Record<string, number>>;

const depthsIn = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as Depths;

describe.each(nodeMajors)('$name', ({ path: node }) => {
  let plain: Depths = {};
  beforeAll(async () => {
    plain = depthsIn(await runTsx(['depths.ts'], { node, cwd }));
  });

  test.each(['exact', 'off'])('recursions go as deep as plain (%s)', async (timing) => {
    const profiled = depthsIn(await runKernts(['-l', '--timing', timing, 'depths.ts'], { node, cwd }));
    expect(Object.keys(plain)).toHaveLength(10);
    const tooShallow = Object.entries(plain).filter(([name, depth]) => !((profiled[name] ?? 0) >= depth));
    expect(tooShallow.map(([name, depth]) => `${name}: ${profiled[name]} of ${depth}`)).toEqual([]);
  });
});

test.each(nodeMajors)('V8 takes the same compiled code as without kernts: $name', async ({ path: node }) => {
  const [plain, profiled] = [await runTsx(['tag.ts'], { node, cwd }), await runKernts(['-q', 'tag.ts'], { node, cwd })];
  expect(profiled.stdout).toMatch(/^\d+\n$/);
  expect(profiled.stdout).toBe(plain.stdout);
});
