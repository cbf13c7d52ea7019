/** What runs under one kernts is in its profile, and only that; the program sees nothing of it. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from '@kernts/runtime';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runNode } from '../support/run-kernts.js';
import { hitsOfRuns, work } from './kind.js';

const KERNTS = JSON.stringify(fileURLToPath(new URL('../../packages/cli/dist/bin.cjs', import.meta.url)));
const spawns = "const { execFileSync, fork, spawn, spawnSync } = require('node:child_process');\n";

/** What a program may look at, here and in a shell, a thread and a process of its own. */
const looks = `${spawns}const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const seen = () => JSON.stringify([process.execArgv, process.env.NODE_OPTIONS, Object.keys(process.env).sort()]);
if (!isMainThread) parentPort.postMessage(seen());
else if (process.argv[2] === 'child') console.log(seen());
else {
  console.log(seen(), process.listenerCount('SIGTERM'), process.listenerCount('exit'));
  console.log(Worker.name, Worker.length, Worker.prototype.constructor === Worker, String(spawn), spawn.name);
  spawnSync(process.execPath, [__filename, 'child'], { stdio: 'inherit' });
  spawnSync(process.execPath, ['--no-warnings', __filename, 'child'], { stdio: 'inherit', env: { NODE_OPTIONS: '' } });
  for (const options of [{}, { env: { A: 'b' } }, { execArgv: ['--no-warnings'] }]) {
    new Worker(__filename, options).on('message', console.log);
  }
}
`;

const differs = (round: number) => `// @profile\nfunction f() {\n  return ${round};\n}\nf();\n`;

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'work.cjs': work,
  'work.ts': work.replace('(n)', '(n: number)'),
  'work.mts': work.replace('(n)', '(n: number)'),
  'looks.cjs': looks,
  'nested.cjs': `${work}${spawns}const kernts = (...args) => execFileSync(process.execPath, [${KERNTS}, '-q', ...args]);
kernts('-o', \`script-\${process.argv[2]}.lprof\`, 'work.ts');
kernts('-o', \`command-\${process.argv[2]}.lprof\`, '--', 'node', 'work.cjs');
`,
  'parent.cjs': `${work}${spawns}new (require('node:worker_threads').Worker)('./work.cjs');\nfork('./work.cjs', { env: {} });\n`,
  'rewrites.cjs': `${spawns}const { writeFileSync } = require('node:fs');
for (const text of ${JSON.stringify([differs(1), differs(2), differs(1)])}) {
  writeFileSync('rewritten.cjs', text);
  spawnSync(process.execPath, ['rewritten.cjs']);
}
`,
  'leaves.cjs': `${work}${spawns}const child = spawn(process.execPath, ['outlives.cjs'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
child.stdout.once('data', () => {
  child.unref();
  console.log('pid', child.pid);
  process.exit();
});
`,
  'outlives.cjs': `${work}console.log('counting');\nsetTimeout(() => {}, 60_000);\n`,
  'node_modules/several/package.json': JSON.stringify({ name: 'several', bin: { a: 'a.js', b: 'b.js' } }),
  'node_modules/empty/package.json': JSON.stringify({ name: 'empty' }),
  'node_modules/unbuilt/package.json': JSON.stringify({ name: 'unbuilt', bin: 'dist/cli.js' }),
});
afterAll(remove);

describe.concurrent.each(nodeMajors)('$name', ({ name: major, path: node }) => {
  const PATH = `${dirname(node)}${delimiter}${process.env['PATH']}`;

  test('a command and what it starts see nothing', async () => {
    const env = { PATH, NODE_OPTIONS: '--max-old-space-size=300  --title="a b"' };
    const [alone, profiled] = await Promise.all([
      runNode(['looks.cjs'], { node, cwd, env }),
      runKernts(['-q', '--', node, 'looks.cjs'], { node, cwd, env }),
    ]);
    expect(alone.stderr).toBe('');
    expect(lines(profiled.stdout)).toEqual(lines(alone.stdout));
    expect(profiled).toMatchObject({ stderr: '', code: 0 });
  });

  test.skipIf(major === 'Node 20')('TypeScript that Node runs by itself', async () => {
    const { profile } = await runKernts(['-q', '--', node, '--no-warnings', 'work.mts'], { node, cwd });
    expect(hitsOf(profile)).toEqual(hitsOfRuns({ 'work.mts': 1 }));
  });

  test('only the main process, with its threads', async () => {
    const { profile } = await runKernts(['-q', '--no-children', '--', node, 'parent.cjs'], { node, cwd });
    expect(hitsOf(profile)).toEqual(hitsOfRuns({ 'parent.cjs': 1, 'work.cjs': 1 }));
  });

  test('a kernts in the program has its own session', async () => {
    const name = basename(dirname(dirname(node)));
    const { profile, code } = await runKernts(['-q', 'nested.cjs', name], { node, cwd, env: { PATH } });
    expect({ code, hits: hitsOf(profile) }).toEqual({ code: 0, hits: hitsOfRuns({ 'nested.cjs': 1 }) });
    expect(hitsOf(readProfile(`script-${name}`))).toEqual(hitsOfRuns({ 'work.ts': 1 }));
    expect(hitsOf(readProfile(`command-${name}`))).toEqual(hitsOfRuns({ 'work.cjs': 1 }));
  });

  test('a process that outlives the run', async () => {
    const { TMPDIR, sessions } = temporaryFolder();
    const { profile, stdout, stderr } = await runKernts(['leaves.cjs'], { node, cwd, env: { TMPDIR } });
    expect(hitsOf(profile)).toEqual(hitsOfRuns({ 'leaves.cjs': 1, 'outlives.cjs': 0 }));
    expect(stderr).toContain('A process that the program started is still running after it');
    await endOf(Number(/pid (\d+)/.exec(stdout)?.[1]));
    expect(sessions()).toEqual([]);
  });
});

test('runs at the same time in the same folder do not meet', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => runKernts(['-q', 'parent.cjs'], { cwd })));
  for (const { profile } of runs) {
    expect(hitsOf(profile)).toEqual(hitsOfRuns({ 'parent.cjs': 1, 'work.cjs': 2 }));
    expect(profile?.shares?.map(({ threadId, isCutOff }) => [threadId > 0, isCutOff])).toHaveLength(3);
  }
});

test('a file whose text differs between processes', async () => {
  const { profile } = await runKernts(['-q', 'rewrites.cjs'], { cwd });
  expect(hitsOf(profile)).toEqual(['rewritten.cjs: f 3:2', 'rewritten.cjs: f 3:1']);
  expect(profile?.files.map(({ source }) => source)).toEqual([differs(1), differs(2)]);
});

test.each([
  [['--', 'no-such-command'], 'There is no command no-such-command;'],
  [['--', './work.cjs'], 'Cannot run ./work.cjs (permission denied);'],
  [['-m', 'no-such-package'], 'There is no package no-such-package '],
  [['-m', 'several'], 'several has several commands (a, b);'],
  [['-m', 'empty'], 'empty has neither a command nor a main file;'],
  [['-m', 'unbuilt'], 'The command of unbuilt is not there (dist/cli.js);'],
])('%j is refused', async (args, sentence) => {
  const { code, stderr, profile } = await runKernts(args, { cwd });
  expect({ code, profile }).toEqual({ code: 2, profile: null });
  expect(stderr).toMatch(/^kernts: .*\.\n$/);
  expect(stderr).toContain(sentence);
});

function lines(text: string): readonly string[] {
  return text.split('\n').toSorted();
}

function readProfile(name: string): Profile {
  return JSON.parse(readFileSync(join(cwd, `${name}.lprof`), 'utf8')) as Profile;
}

function temporaryFolder() {
  const TMPDIR = mkdtempSync(join(cwd, 'temporary-'));
  // What is kept between runs has a name of its own.
  const sessions = () => readdirSync(TMPDIR).filter((name) => /^kernts-(?!cache)/.test(name));
  return { TMPDIR, sessions };
}

/** Its profile has nowhere to go. */
async function endOf(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  while (isThere(pid)) await new Promise((soon) => setTimeout(soon, 20));
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
