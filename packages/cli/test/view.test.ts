import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
