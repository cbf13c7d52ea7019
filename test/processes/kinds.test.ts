/** Every kind of process and thread: what runs in it is counted to the hit, and is in the one profile. */
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Profile } from '@kernts/runtime';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject, type Project } from '../support/project.js';
import { hitsOf, runKernts } from '../support/run-kernts.js';
import { commandKinds } from './command-kinds.js';
import { hitsOfRuns, type Kind, work } from './kind.js';
import { processKinds } from './process-kinds.js';
import { threadKinds } from './thread-kinds.js';

const kinds = [...processKinds, ...threadKinds, ...commandKinds];

const THREAD = `${work}if (process.argv[2] === 'waits') setInterval(() => {}, 1000);
require('node:worker_threads').parentPort?.postMessage('counted');
`;

const TASK = `${work.replace('work(10);', '')}exports.work = work;\n`;

/** Packages that are really installed. */
const packages = ['tinypool', 'piscina', 'tsx'].map((name) => ({ name, folder: folderOf(name) }));

function folderOf(name: string): string {
  const from = createRequire(
    new URL(name === 'tsx' ? '../../packages/cli/package.json' : '../package.json', import.meta.url),
  );
  return (
    from.resolve
      .paths(name)
      ?.map((folder) => join(folder, name))
      .find(existsSync) ?? ''
  );
}

function makeProjectOf({ main, files }: Kind): Project {
  const project = makeProject({
    'package.json': JSON.stringify({ name: 'project', scripts: { test: 'node child.cjs && node child.mjs' } }),
    'child.cjs': work,
    'child.mjs': work,
    'thread.cjs': THREAD,
    'task-work.cjs': TASK,
    ...(main !== undefined && { 'main.ts': main }),
    ...files,
  });
  const modules = join(project.folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const { name, folder } of packages) symlinkSync(folder, join(modules, name));
  for (const name of Object.keys(files ?? {})) {
    if (/\.sh$|\.bin/.test(name)) chmodSync(join(project.folder, name), 0o755);
  }
  return project;
}

const projects = new Map(kinds.map((kind) => [kind, makeProjectOf(kind)]));
afterAll(() => {
  for (const { remove } of projects.values()) remove();
});

describe.concurrent.each(nodeMajors)('$name', ({ path: node }) => {
  const isOwn = node === process.execPath;
  test.each(kinds.filter(({ onAll }) => onAll || isOwn))('$name', async (kind) => {
    const cwd = projects.get(kind)?.folder ?? '';
    const env = { PATH: `${dirname(node)}${delimiter}${process.env['PATH']}` };
    const { profile, stderr, code } = await runKernts(['-q', ...(kind.args ?? ['main.ts'])], { node, cwd, env });
    // npm tells what it thinks of the machine's configuration.
    const said = stderr.replaceAll(/^npm warn .*\n/gm, '');
    expect({ said, code, hits: hitsOf(profile).toSorted() }).toEqual({
      said: '',
      code: 0,
      hits: hitsOfRuns(kind.runs),
    });
    expect(sumOfShares(profile)).toEqual(profile?.functions.map(({ calls }) => calls));
  });
});

/** Calls per function. A single thread has all of it. */
function sumOfShares(profile: Profile | null): readonly number[] | undefined {
  if (profile?.shares === undefined) return profile?.functions.map(({ calls }) => calls);
  return profile.functions.map((_, at) =>
    (profile.shares ?? [])
      .flatMap((share) => share.functions)
      .reduce((sum, one) => sum + (one.fn === at ? one.calls : 0), 0),
  );
}

test('the table in the docs has these kinds', () => {
  const text = readFileSync(new URL('../../docs/processes-and-ends.md', import.meta.url), 'utf8');
  const section = /## Processes and threads\n(.*?)\n## /s.exec(text)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| (.+?) +\| (all|one) +\|/gm)].map(([, name, nodes]) => ({ name, nodes }));
  expect(rows).toEqual(kinds.map(({ name, onAll }) => ({ name, nodes: onAll ? 'all' : 'one' })));
});
