/** The plugin in Vite and Rollup: what they bundle counts when it runs, in lines of the files that it was made from. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type EncodedSourceMap, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { afterAll, describe, expect, test } from 'vitest';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runNode } from '../support/run-kernts.js';

const plugin = fileURLToPath(new URL('../../packages/cli/dist/vite.cjs', import.meta.url));
const fromHere = createRequire(import.meta.url);
const fromVitest = createRequire(fromHere.resolve('vitest'));
const urlOf = (path: string) => JSON.stringify(pathToFileURL(path).href);
const rollup = join(dirname(fromHere.resolve('rollup')), 'es/rollup.js');
const vite = fromVitest.resolve('vite').replace(/index\.cjs$/, 'dist/node/index.js');

const { folder: cwd, remove } = makeProject({
  'package.json': '{ "type": "module" }',
  'src/main.js': `import { sum } from './sum.js';
export const total = sum([1, 2, 3]);
`,
  'src/sum.js': `// @profile
export function sum(numbers) {
  let total = 0;
  for (const number of numbers) {
    total += number;
  }
  return total;
}
`,
  'src/typed.ts': `enum Step { One = 1 }
// @profile
export function up(to: number): number {
  let n: number = 0;
  while (n < to) n += Step.One;
  if (n === 13) throw new Error(\`unlucky \${n satisfies number}\`);
  return n;
}
`,
  'rollup.mjs': `import { rollup } from ${urlOf(rollup)};
import { kernts } from ${urlOf(plugin)};
const bundle = await rollup({ input: 'src/main.js', plugins: [kernts()] });
await bundle.write({ file: 'dist/rollup.js', sourcemap: true });
await import('./dist/rollup.js');
`,
  'vite.mjs': `import { build } from ${urlOf(vite)};
import { kernts } from ${urlOf(plugin)};
await build({
  configFile: false,
  logLevel: 'error',
  plugins: [kernts()],
  build: { ssr: 'src/typed.ts', minify: process.argv[2] === 'minified', sourcemap: true, outDir: 'dist', emptyOutDir: false },
});
`,
  'use-typed.mjs': `import { up } from './dist/typed.js';
up(3);
try { up(13); } catch (error) { console.log(error.stack); }
`,
});
afterAll(remove);

const sums = ['src/sum.js: sum 3:1 4:4 5:3 7:1'];
const ups = ['src/typed.ts: up 4:2 5:18 6:2 7:1'];

describe('Rollup', () => {
  test('weaves under kernts, and the bundle counts', async () => {
    const { profile, stderr } = await runKernts(['rollup.mjs'], { cwd });
    expect(stderr).not.toContain('kernts: ');
    expect(hitsOf(profile)).toEqual(sums);
    expect(profile?.files[0]?.source).toBe(readFileSync(join(cwd, 'src/sum.js'), 'utf8'));
  });

  test('does nothing without kernts', async () => {
    expect(await runNode(['rollup.mjs'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'dist/rollup.js'), 'utf8')).not.toContain('kernts');
  });
});

describe('Vite', () => {
  test.each(['plain', 'minified'])(
    'weaves by KERNTS=1; kernts runs that bundle later, and weaves it no second time: %s',
    async (how) => {
      expect(await runNode(['vite.mjs', how], { cwd, env: { KERNTS: '1' } })).toMatchObject({ code: 0, stderr: '' });
      const { profile } = await runKernts(['use-typed.mjs'], { cwd });
      expect(hitsOf(profile)).toEqual(ups);
    },
  );

  test('chains its map to those of the compiler behind it', async () => {
    expect(await runNode(['vite.mjs'], { cwd, env: { KERNTS: '1' } })).toMatchObject({ code: 0 });
    const { stdout } = await runNode(['use-typed.mjs'], { cwd });
    const [, line, column] = /typed\.js:(\d+):(\d+)/.exec(stdout) ?? [];
    const map = JSON.parse(readFileSync(join(cwd, 'dist/typed.js.map'), 'utf8')) as EncodedSourceMap;
    const place = originalPositionFor(new TraceMap(map), { line: Number(line), column: Number(column) - 1 });
    expect(place).toMatchObject({ source: '../src/typed.ts', line: 6, column: 22 });
  });

  test('profiles what -p names', async () => {
    const { profile } = await runKernts(['-p', 'src/main.js', 'rollup.mjs'], { cwd });
    expect(hitsOf(profile)).toEqual([...sums, 'src/main.js: <module> 2:1']);
  });
});
