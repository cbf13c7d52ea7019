import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFrom } from '../src/command-line/options.js';
import { view } from '../src/commands/view.js';
import { sentence } from '../src/messages.js';
import { recordingOutput } from './recording-output.js';
import { fileOf, functionOf, lineOf, profileOf } from './sample-profile.js';

let folder: string;
let printed: string[];
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-view-'));
  printed = [];
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

async function show(...argv: string[]): Promise<void> {
  const options = optionsFrom(['view', ...argv], { env: {}, stdoutIsTerminal: false, cwd: folder });
  if (options.kind !== 'view') throw new Error(options.kind);
  await view(options, recordingOutput(printed, said));
}

const save = (name: string, profile = profileOf()) => writeFile(join(folder, name), JSON.stringify(profile));

it('shows several files as one', async () => {
  await save('a.lprof');
  await save('b.lprof');
  await show('a.lprof', 'b.lprof', '-m');
  expect(printed[0]).toContain('Total time: 2.40252 s\n');
  expect(printed[0]).toMatch(/^ {5}5 {9}2 {4}2400276\.4 {2}1\.2e\+06 {5}99\.9 {4}sleep\(1\.2\);$/m);
  expect(printed[0]).toMatch(/\n\n {2}2\.40 seconds - w\.ts:3 - slow\n$/);
  expect(said).toEqual([]);
});

it('lists versions of a source by themselves, and says so', async () => {
  await save('a.lprof');
  await save(
    'b.lprof',
    profileOf({ files: [fileOf({ sha256: 'bb', source: '\n\n// @profile\nfunction slow() {\n  wait();\n}\n' })] }),
  );
  await show('a.lprof', 'b.lprof');
  expect(printed[0]?.match(/^Function: slow at line 3$/gm)).toHaveLength(2);
  expect(said).toEqual([sentence({ kind: 'sources-differ', path: 'w.ts' })]);
});

it('sorts the slowest last', async () => {
  const fast = functionOf({ name: 'fast', totalNs: 5, lines: [lineOf({ line: 5, hits: 1, timeNs: 5 })] });
  await save('a.lprof', profileOf({ functions: [functionOf(), fast] }));
  await show('-t', 'a.lprof');
  expect(printed[0]?.match(/^Function: \S+/gm)).toEqual(['Function: fast', 'Function: slow']);
});

it('prints nothing when one of the files is no profile', async () => {
  await save('a.lprof');
  await writeFile(join(folder, 'b.lprof'), '{"format": "kernts-lprof", ');
  await expect(show('a.lprof', 'b.lprof')).rejects.toMatchObject({
    problem: { kind: 'profile-truncated', path: 'b.lprof' },
  });
  expect(printed).toEqual([]);
});

describe('without a file', () => {
  it('shows the profile that was written last', async () => {
    await save('old.lprof', profileOf({ functions: [functionOf({ name: 'old' })] }));
    await save('new.lprof', profileOf({ functions: [functionOf({ name: 'fresh' })] }));
    await utimes(join(folder, 'old.lprof'), 1000, 1000);
    await mkdir(join(folder, 'folder.lprof'));
    await show();
    expect(printed[0]).toContain('Function: fresh ');
    expect(said).toEqual([sentence({ kind: 'newest-profile', path: 'new.lprof' })]);
  });

  it('says so where there is none', async () => {
    await expect(show()).rejects.toMatchObject({ problem: { kind: 'no-profile-file' } });
  });
});

describe('a source that is another one on disk', () => {
  const source = "import './x.js';\n\n// @profile\nfunction slow() {\n  sleep(1.2);\n}\n";
  const sha256 = createHash('sha256').update(source).digest('hex');
  const of = (path: string) => profileOf({ files: [fileOf({ path, sha256, source })] });

  it('is named, and the text that ran is shown', async () => {
    await writeFile(join(folder, 'w.ts'), 'edited();\n');
    await save('a.lprof', of('w.ts'));
    await show('a.lprof');
    expect(said).toEqual([sentence({ kind: 'source-edited', path: 'w.ts' })]);
    expect(printed[0]).toContain('sleep(1.2);');
    expect(printed[0]).not.toContain('edited');
  });

  it('is not, where it is the same, is gone, or lies outside', async () => {
    await writeFile(join(folder, 'w.ts'), source);
    await mkdir(join(folder, 'inner'));
    await symlink('/etc/passwd', join(folder, 'inner/link.ts'));
    for (const path of ['w.ts', 'gone.ts', '/etc/passwd', '../w.ts', 'inner', 'inner/link.ts', 'a\0b']) {
      await save('a.lprof', of(path));
      await show('a.lprof');
    }
    expect(said).toEqual([]);
  });
});

describe('chosen', () => {
  it('by a glob of functions and of files', async () => {
    const fast = functionOf({ name: 'Grid.fast', lines: [lineOf({ line: 5, hits: 1, timeNs: 5 })] });
    await save('a.lprof', profileOf({ functions: [functionOf(), fast] }));
    await show('--function', 'Grid.*', 'a.lprof');
    expect(printed[0]?.match(/^Function: \S+/gm)).toEqual(['Function: Grid.fast']);
    await expect(show('--file', 'other.ts', 'a.lprof')).rejects.toMatchObject({
      problem: { kind: 'no-function-selected', functions: ['slow', 'Grid.fast'] },
    });
  });

  it('by thread, or as a whole where nobody kept the threads', async () => {
    const part = (timeNs: number) => ({
      fn: 0,
      calls: 1,
      totalNs: timeNs,
      lines: [lineOf({ line: 5, hits: 1, timeNs })],
    });
    const thread = (threadId: number, timeNs: number, isCutOff: boolean) => ({
      ...{ pid: 7, threadId, command: ['w.ts', 'x'], startedAt: '', wallNs: 1, isCutOff },
      functions: [part(timeNs)],
    });
    await save('a.lprof', { ...profileOf(), shares: [thread(0, 1000, false), thread(1, 3000, true)] });
    await show('--by', 'thread', '--columns', 'time', 'a.lprof');
    await show('--by', 'process', '--columns', 'hits,time', 'a.lprof');
    expect(printed[0]).toMatch(/^Process 7: w\.ts x\n\nTimer[\s\S]* 5 {10}1\.0 /);
    expect(printed[0]).toMatch(/^Process 7, thread 1: w\.ts x \(ended before .*\)\n\nTimer[\s\S]* 5 {10}3\.0 /m);
    expect(printed[1]).toMatch(/^Process 7: w\.ts x \(ended before .*\)\n\nTimer[\s\S]* 5 {9}2 {10}4\.0 /);
    await save('b.lprof');
    await show('--by', 'thread', 'b.lprof');
    expect(said).toEqual([sentence({ kind: 'shares-not-kept', by: 'thread' })]);
  });
});
