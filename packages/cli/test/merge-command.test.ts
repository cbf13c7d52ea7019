import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFrom } from '../src/command-line/options.js';
import { merge } from '../src/commands/merge.js';
import { parseProfile } from '../src/profile/read.js';
import { recordingOutput } from './recording-output.js';
import { functionOf, lineOf, profileOf } from './sample-profile.js';

let folder: string;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-merge-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

const save = (name: string, profile = profileOf()) => writeFile(join(folder, name), JSON.stringify(profile));
const saved = async (name: string) => parseProfile(await readFile(join(folder, name), 'utf8'), name);

async function perform(...argv: string[]): Promise<void> {
  const options = optionsFrom(['merge', ...argv], { env: {}, stdoutIsTerminal: false, cwd: folder });
  if (options.kind !== 'merge') throw new Error(options.kind);
  await merge(options, recordingOutput([], said));
}

const hitting = (hits: number) =>
  profileOf({ functions: [functionOf({ calls: hits, totalNs: 60, lines: [lineOf({ line: 5, hits, timeNs: 40 })] })] });

it('adds up what globs name, each file once, and may write over one of them', async () => {
  await mkdir(join(folder, 'runs/deep'), { recursive: true });
  await save('runs/a.lprof', hitting(1));
  await save('runs/deep/b.lprof', hitting(2));
  await save('all.lprof', hitting(4));
  await perform('-o', 'all.lprof', 'runs/**/*.lprof', 'runs/a.lprof', './all.lprof');
  expect((await saved('all.lprof')).functions[0]).toMatchObject({ calls: 7, lines: [{ hits: 7, timeNs: 120 }] });
  expect(said).toEqual(['Wrote the sum of 3 profiles to all.lprof', 'Inspect results with: kernts view all.lprof']);
  await perform('-q', '-o', 'x.lprof', 'all.lprof');
  expect(said).toHaveLength(2);
});

it('takes the mean, with counts that stay whole and never vanish', async () => {
  await save('a.lprof', hitting(1));
  await save('b.lprof', hitting(4));
  await save('c.lprof', hitting(0));
  await perform('--mean', '-o', 'mean.lprof', '?.lprof');
  const lines = [{ line: 5, hits: 2, timeNs: 40, awaitNs: 0, maxNs: 0 }];
  expect((await saved('mean.lprof')).functions[0]).toMatchObject({ calls: 2, totalNs: 60, lines });
  await save('b.lprof', hitting(0));
  await perform('--mean', '-o', 'mean.lprof', '?.lprof');
  expect((await saved('mean.lprof')).functions[0]).toMatchObject({ calls: 1, lines: [{ hits: 1 }] });
});

it('keeps who had what of one profile, not of many', async () => {
  const thread = { pid: 1, threadId: 0, command: [], startedAt: '', wallNs: 1, isCutOff: false, functions: [] };
  const profile = { ...profileOf(), shares: [thread] };
  await save('a.lprof', profile);
  await save('b.lprof', profile);
  await perform('-o', 'one.lprof', 'a.lprof');
  await perform('-o', 'both.lprof', 'a.lprof', 'b.lprof');
  expect((await saved('one.lprof')).shares).toEqual([thread]);
  expect(await saved('both.lprof')).not.toHaveProperty('shares');
});

describe('leaves no output', () => {
  it('when one file is no profile', async () => {
    await save('a.lprof');
    await writeFile(join(folder, 'b.lprof'), '{"format":');
    await expect(perform('-o', 'all.lprof', '*.lprof')).rejects.toMatchObject({
      problem: { kind: 'profile-truncated', path: 'b.lprof' },
    });
    expect(await readdir(folder)).toEqual(['a.lprof', 'b.lprof']);
  });

  it('when the sum is more than a reader takes', async () => {
    await save('a.lprof', hitting(2 ** 52));
    await save('b.lprof', hitting(2 ** 53));
    await expect(perform('-o', 'all.lprof', '*.lprof')).rejects.toMatchObject({
      problem: { kind: 'merged-too-large', files: 2 },
    });
    expect(await readdir(folder)).toEqual(['a.lprof', 'b.lprof']);
    await perform('--mean', '-o', 'all.lprof', '*.lprof');
  });

  it.each<[string[], object]>([
    [['a.lprof'], { kind: 'no-outfile' }],
    [['-o', 'all.lprof'], { kind: 'nothing-to-merge' }],
    [['-o', '', 'a.lprof'], { kind: 'bad-option-value' }],
    [['-o', 'all.lprof', 'no*'], { kind: 'glob-matches-no-profile' }],
    [['-o', 'no/all.lprof', 'a.lprof'], { kind: 'outfile-unwritable' }],
  ])('for %j', async (argv, problem) => {
    await save('a.lprof');
    await expect(async () => perform(...argv)).rejects.toMatchObject({ problem });
    expect(await readdir(folder)).toEqual(['a.lprof']);
  });
});
