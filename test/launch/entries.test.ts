/** Where a program comes from, what runs before it, and what it starts itself. */
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runTsx } from '../support/run-kernts.js';

const two = 'export const two: number = 2;\n';
const code = (rest: string) => `import { two } from './two';
// @profile
function twice(n: number): number {
  return n * two;
}
console.log(twice(3), ${rest});
`;

const setup = `import { two } from './two';
// @profile
function prepare(): number { return two; }
(globalThis as { prepared?: number }).prepared = prepare();
console.log('setup', process.argv.slice(2));
`;

const whoAmI = `// @profile
function work() { return 1; }
work();
console.log(process.argv.slice(1), require.main === module, __filename, module.id, module.paths.length);
`;
const whoAmIModule = `// @profile
function work() { return 1; }
work();
console.log(process.argv.slice(1), import.meta.main, import.meta.url);
`;

const starts = (rest: string) => `// @profile
function work() {
  return 1;
}
work();
${rest}
`;

const { folder: cwd, remove } = makeProject({
  'package.json': '{ "name": "project" }',
  'two.ts': two,
  'setup.ts': setup,
  'after-setup.ts':
    'console.log("script", (globalThis as { prepared?: number }).prepared);\nwork();\n// @profile\nfunction work() {}\n',
  'who.cts': whoAmI,
  'who.mts': whoAmIModule,
  'who.cjs': whoAmI,
  'forks.ts': starts(
    "import { fork } from 'node:child_process';\nif (process.argv[2] === undefined) fork(__filename, ['again']);",
  ),
  'threads.cjs': starts(
    "const { Worker, isMainThread } = require('node:worker_threads');\nif (isMainThread) new Worker(__filename);",
  ),
  'threads.mjs': starts(
    "import { Worker, isMainThread } from 'node:worker_threads';\nif (isMainThread) new Worker(new URL(import.meta.url));",
  ),
  'bin/tool': `#!/usr/bin/env node\n${starts('console.log(process.argv.slice(2));')}`,
  'threads.ts': starts(
    "import { Worker, isMainThread } from 'node:worker_threads';\nif (isMainThread) new Worker(__filename);",
  ),
});
afterAll(remove);

describe.concurrent.each(nodeMajors)('$name', ({ name, path: node }) => {
  test('code, as if it were a file in the working directory', async () => {
    const commonJs = code('require.main === module, process.argv.slice(1)');
    const ended = await runKernts(['-q', '-c', commonJs, '-v', 'x'], { node, cwd });
    expect(ended).toMatchObject({ stdout: "6 true [ '-v', 'x' ]\n", stderr: '', code: 0 });
    expect(hitsOf(ended.profile)).toEqual(['[eval].ts: twice 4:1']);
    expect(ended.profile?.files[0]?.source).toBe(commonJs);
    expect(ended.profile?.command).toEqual(['-c', '-v', 'x']);
  });

  test('code with top-level await', async () => {
    const ended = await runKernts(['-q', '-c', code('await 1, process.argv.slice(1)'), 'x'], { node, cwd });
    expect(ended).toMatchObject({ stdout: "6 1 [ 'x' ]\n", stderr: '', code: 0 });
    expect(hitsOf(ended.profile)).toEqual(['[eval].ts: twice 4:1']);
  });

  test('a script on stdin, which shows its own line when it throws', async () => {
    const stdin = `${code('process.argv.slice(1)')}throw new Error('here');\n`;
    const ended = await runKernts(['-q', '-', 'x'], { node, cwd, stdin });
    expect(ended).toMatchObject({ stdout: "6 [ '-', 'x' ]\n", code: 1 });
    expect(ended.stderr).toMatch(/\[stdin\]\.ts:7\nthrow new Error\('here'\);\n +\^/);
    expect(hitsOf(ended.profile)).toEqual(['[stdin].ts: twice 4:1']);
  });

  test('a setup file runs first and is not profiled', async () => {
    const ended = await runKernts(['-q', '-s', 'setup.ts', 'after-setup.ts', 'x'], { node, cwd });
    expect(ended).toMatchObject({ stdout: "setup [ 'x' ]\nscript 2\n", stderr: '', code: 0 });
    expect(ended.profile?.functions.map((fn) => fn.name)).toEqual(['work']);
  });

  test.each(['who.cts', 'who.mts', 'who.cjs'])('%s finds itself where it would be', async (file) => {
    const [alone, { stdout }] = await Promise.all([
      runTsx([file, 'x'], { node, cwd }),
      runKernts(['-q', file, 'x'], { node, cwd }),
    ]);
    expect(stdout).toBe(alone.stdout);
  });

  test.each([
    ['a script', ['bin/tool']],
    ['a command', ['--', node, 'bin/tool']],
  ])('a program without an ending in its name, as %s', async (_, words) => {
    const ended = await runKernts(['-q', ...words, 'x'], { node, cwd });
    expect(ended).toMatchObject({ stdout: "[ 'x' ]\n", stderr: '', code: 0 });
    expect(hitsOf(ended.profile)).toEqual(['bin/tool: work 4:1']);
  });

  test.each(['forks.ts', 'threads.cjs', 'threads.mjs', 'threads.ts'])(
    '%s: all of it is in one profile',
    async (file) => {
      // tsx does not load TypeScript in workers there.
      const isLoaded = !(name === 'Node 20' && file === 'threads.ts');
      const { code, profile } = await runKernts(['-q', file], { node, cwd });
      expect({ code, hits: hitsOf(profile) }).toEqual({
        code: isLoaded ? 0 : 1,
        hits: [`${file}: work 3:${isLoaded ? 2 : 1}`],
      });
    },
  );
});
