/** `kernts view`, `diff` and `merge` as processes, on profiles of real runs. */
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, type Project } from '../support/project.js';
import { COMMAND, readProfile, runKernts, runNode } from '../support/run-kernts.js';

const before = `// @profile
function countUnique(values: readonly number[]): number {
  const seen: number[] = [];
  for (const value of values) {
    if (!seen.includes(value)) seen.push(value);
  }
  return seen.length;
}

const values = Array.from({ length: 12_000 }, (_, at) => (at * 7919) % 4001);
console.log(countUnique(values));
`;
const after = before
  .replace('const seen: number[] = [];', 'const seen = new Set<number>();')
  .replace('if (!seen.includes(value)) seen.push(value);', 'seen.add(value);')
  .replace('seen.length', 'seen.size');

const ESC = '\u001b';

let project: Project;

beforeAll(async () => {
  project = makeProject({ 'unique.ts': before });
  const keep = async (name: string) => {
    const { profile } = await runKernts(['-l', 'unique.ts'], { cwd: project.folder });
    writeFileSync(join(project.folder, name), JSON.stringify(profile));
  };
  await keep('before.lprof');
  project.write('unique.ts', after);
  await keep('after.lprof');
});
afterAll(() => project.remove());

const kernts = (...args: string[]) => runNode([COMMAND, ...args], { cwd: project.folder });

describe('diff', () => {
  it('shows the gain of a change, line by line', async () => {
    const { stdout, stderr, code } = await kernts('diff', '--fail-above', '10%', 'before.lprof', 'after.lprof');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toMatch(/ -\d\d\.\d {3}Total\n/);
    expect(stdout).toMatch(/^- +5 .* if \(!seen\.includes\(value\)\) seen\.push\(value\);$/m);
    expect(stdout).toMatch(/^\+ +5 .* seen\.add\(value\);$/m);
    expect(stdout).toMatch(/^~ +7 +7 +1 +1 .* return seen\.size;$/m);
  });

  it('fails a build that got slower', async () => {
    const { stderr, code } = await kernts('diff', '--fail-above', '10%', 'after.lprof', 'before.lprof');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kernts: More than 10 % slower: the total \(\+\d+ %\), countUnique \(\+\d+ %\); .*\n$/);
  });

  it('refuses what is no pair of profiles, with 2', async () => {
    expect(await kernts('diff', 'before.lprof')).toMatchObject({ code: 2, stdout: '' });
    expect(await kernts('diff', 'before.lprof', 'unique.ts')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^kernts: unique\.ts is not a profile of kernts .*\n$/),
    });
  });
});

describe('merge', () => {
  const MANY = 400;

  /** Names of one large profile, which is read anew by each. */
  beforeAll(() => {
    const profile = readProfile(join(project.folder, 'before.lprof'));
    if (profile === null) throw new Error('no profile');
    const padded = {
      ...profile,
      files: profile.files.map((file) => ({ ...file, source: `${before}${'\n'.repeat(1e5)}` })),
    };
    mkdirSync(join(project.folder, 'runs/0'), { recursive: true });
    const first = join(project.folder, 'runs/0/0.lprof');
    writeFileSync(first, JSON.stringify(padded));
    for (let at = 1; at < MANY; at++) linkSync(first, join(project.folder, `runs/0/${at}.lprof`));
  });

  it('takes far more than the memory that it has', async () => {
    const bytes = readFileSync(join(project.folder, 'runs/0/0.lprof')).length * MANY;
    expect(bytes).toBeGreaterThan(80e6);
    const heap = '--max-old-space-size=40';
    const merging = [heap, COMMAND, 'merge', '-o', 'runs/all.lprof', 'runs/*/*.lprof'];
    const { stdout, stderr, code } = await runNode(merging, { cwd: project.folder });
    expect({ stdout, stderr, code }).toEqual({
      stdout: '',
      stderr: `Wrote the sum of ${MANY} profiles to runs/all.lprof\nInspect results with: kernts view runs/all.lprof\n`,
      code: 0,
    });
    const calls = readProfile(join(project.folder, 'runs/all.lprof'))?.functions.map((fn) => fn.calls);
    expect(calls).toEqual([MANY]);
  });

  it.skipIf(!existsSync('/usr/bin/script'))('shows progress on a terminal, and takes it away', async () => {
    const { stdout } = await onTerminal(`merge -o runs/all.lprof 'runs/0/*.lprof'`);
    expect(stdout).toMatch(/Merging profiles: \d+ of 400 \(\d+ %\)/);
    expect(stdout).toContain(`\r${ESC}[KWrote the sum of 400 profiles to runs/all.lprof`);
  });
});

describe.skipIf(!existsSync('/usr/bin/script'))('view on a terminal', () => {
  it('puts a long report through the pager, a short one not', async () => {
    const env = { PAGER: 'sed s/^/paged:/', NO_COLOR: '1', TERM: 'xterm' };
    const long = 'view before.lprof before.lprof after.lprof --summarize';
    expect((await onTerminal(`${long}`, env)).stdout).toMatch(/^paged:Function: countUnique/m);
    expect((await onTerminal(`${long} --no-pager`, env)).stdout).toMatch(/^Function: countUnique/m);
    expect((await onTerminal('view --lines 1 after.lprof', env)).stdout).not.toContain('paged:');
    expect((await onTerminal(long, { ...env, PAGER: 'no-such-pager-here' })).stdout).toMatch(/^Function: countUnique/m);
  });

  it('colours by heat and by words', async () => {
    const { stdout } = await onTerminal('view --no-pager after.lprof', { NO_COLOR: '', FORCE_COLOR: '1' });
    expect(stdout).toContain(`${ESC}[35mreturn${ESC}[39m seen.size;`);
  });
});

/** As a terminal of 80 columns and 24 rows shows it. */
function onTerminal(args: string, env: Readonly<Record<string, string>> = {}) {
  const command = `stty cols 80 rows 24; '${process.execPath}' '${COMMAND}' ${args}`;
  const start = `require('node:child_process').spawnSync('script', ['-qec', ${JSON.stringify(command)}, '/dev/null'], { stdio: 'inherit' })`;
  return runNode(['-e', start], { cwd: project.folder, env });
}
