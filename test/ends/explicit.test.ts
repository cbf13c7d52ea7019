/** `import { profile } from 'kernts'`: what a program does about its own profile. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runNode } from '../support/run-kernts.js';

const work = `import { profile } from 'kernts';
// @profile
function work(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += i;
  return sum;
}
`;

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'switches.mts': `${work}profile.disable();
profile.disable();
work(7);
profile.enable();
work(10);
profile.enable();
// @profile
function outer(): void {
  profile.disable();
  work(1000);
  profile.enable();
  work(1);
}
outer();
// @profile
async function waits(): Promise<void> {
  await null;
  profile.disable();
  await new Promise((done) => setImmediate(done));
  work(5);
}
await waits();
console.log(profile.isActive, profile.isEnabled);
`,
  'resets.mts': `${work}work(10);
profile.reset();
work(1);
profile.disable();
profile.reset();
work(2);
profile.enable();
work(3);
`,
  'snapshots.mts': `${work}work(3);
const { functions = [] } = profile.snapshot() ?? {};
console.log(functions.map(({ name, calls, lines }) => \`\${name} \${calls} \${lines.map(({ hits }) => hits)}\`).join());
work(1);
profile.disable();
work(1);
console.log(profile.snapshot()?.functions[0]?.calls);
`,
  'blocks.mts': `${work}for (let i = 0; i < 3; i++) {
  using _ = profile.block('sum');
  work(1);
}
const waiting = profile.block('waits');
await new Promise((done) => setTimeout(done, 20));
waiting.end();
waiting.end();
try {
  using _ = profile.block('throws');
  throw new Error('caught');
} catch {}
console.log(typeof work(1));
`,
  'common.cjs': `const { profile } = require('kernts');
{ const block = profile.block('all'); block.end(); }
profile.enable(); profile.disable(); profile.reset();
console.log(profile.isActive, profile.isEnabled, profile.snapshot());
`,
});
beforeAll(() => {
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(fileURLToPath(new URL('../../packages/cli', import.meta.url)), join(cwd, 'node_modules', 'kernts'));
});
afterAll(remove);

describe.concurrent.each(nodeMajors)('$name', ({ path: node }) => {
  test.each(['auto', 'exact', 'off'])(
    'what runs while it is switched off does not count, --timing %s',
    async (timing) => {
      const { stdout, profile } = await runKernts(['-q', '--timing', timing, 'switches.mts'], { node, cwd });
      expect(stdout).toBe('true false\n');
      expect(hitsOf(profile)).toEqual([
        'switches.mts: work 4:2 5:13 6:2',
        'switches.mts: outer 16:1 17:0 18:0 19:1',
        'switches.mts: waits 24:1 25:1 26:0 27:0',
      ]);
    },
  );

  test('what was counted before a reset is forgotten', async () => {
    const { profile } = await runKernts(['-q', 'resets.mts'], { node, cwd });
    expect(hitsOf(profile)).toEqual(['resets.mts: work 4:1 5:4 6:1']);
  });

  test('a snapshot is what there is at that moment', async () => {
    const { stdout } = await runKernts(['-q', 'snapshots.mts'], { node, cwd });
    expect(stdout).toBe('work 1 1,4,1\n2\n');
  });

  test('blocks are listed where they were first begun', async () => {
    const { profile } = await runKernts(['-q', 'blocks.mts'], { node, cwd });
    expect(hitsOf(profile)).toEqual([
      'blocks.mts: [sum] 9:3',
      'blocks.mts: work 4:4 5:8 6:4',
      'blocks.mts: [waits] 12:1',
      'blocks.mts: [throws] 17:1',
    ]);
    const [sum, , waits] = profile?.functions ?? [];
    expect([sum?.calls, waits?.calls, (waits?.totalNs ?? 0) >= 19e6]).toEqual([3, 1, true]);
  });

  test('where nothing is profiled, nothing happens', async () => {
    expect((await runNode(['common.cjs'], { node, cwd })).stdout).toBe('false false null\n');
  });
});
