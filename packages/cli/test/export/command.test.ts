import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { optionsFrom } from '../../src/command-line/options.js';
import { exportProfiles } from '../../src/commands/export.js';
import { type Message, sentence } from '../../src/messages.js';
import { exportFormats, formatByFileName, formatNames } from '../../src/report/export/formats.js';
import { fileOf, functionOf, profileOf } from '../sample-profile.js';

let folder: string;
let printed: (string | Uint8Array)[];
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-export-'));
  printed = [];
  said = [];
  await save('a.lprof');
});
afterEach(() => rm(folder, { recursive: true }));

const save = (name: string, profile = profileOf()) => writeFile(join(folder, name), JSON.stringify(profile));
const saved = (name: string) => readFile(join(folder, name), 'utf8');

async function perform(argv: readonly string[], stdoutIsTerminal = false): Promise<void> {
  const options = optionsFrom(['export', ...argv], { env: {}, stdoutIsTerminal, cwd: folder });
  if (options.kind !== 'export') throw new Error(options.kind);
  await exportProfiles(options, {
    report: async (content) => void printed.push(content),
    say: async (message: Message) => void said.push(sentence(message)),
    progress: () => ({ advance: () => undefined, clear: () => undefined }),
  });
}

it('prints the format that was asked for', async () => {
  await perform(['--format', 'collapsed', 'a.lprof']);
  await perform(['-f', 'collapsed', '-o', '-', 'a.lprof']);
  expect(printed).toEqual(['w.ts:slow;5 sleep(1.2)\u037e 1200138200\n', 'w.ts:slow;5 sleep(1.2)\u037e 1200138200\n']);
});

it('writes several profiles as one into a file, in the format that its name says', async () => {
  await save('b.lprof');
  await perform(['-o', 'out.folded', 'a.lprof', 'b.lprof']);
  expect(await saved('out.folded')).toBe('w.ts:slow;5 sleep(1.2)\u037e 2400276400\n');
  expect(printed).toEqual([]);
  expect(await readdir(folder)).toEqual(['a.lprof', 'b.lprof', 'out.folded']);
});

it.each(formatNames)('writes %s', async (format) => {
  await perform(['-f', format, '-o', 'out', 'a.lprof']);
  expect((await saved('out')).length).toBeGreaterThan(30);
});

it.each([
  ['callgrind.out.17', 'callgrind'],
  ['runs/callgrind.out', 'callgrind'],
  ['a.callgrind', 'callgrind'],
  ['a.speedscope.json', 'speedscope'],
  ['a.pb.gz', 'pprof'],
  ['A.PPROF', 'pprof'],
  ['a.cpuprofile', 'cpuprofile'],
  ['a.collapsed', 'collapsed'],
  ['a.json', 'json'],
  ['a.csv', 'csv'],
  ['a.md', 'markdown'],
  ['lcov.info', 'lcov'],
  ['a.txt', null],
  ['callgrind.out/a', null],
  ['json', null],
])('%s says %s', (name, format) => expect(formatByFileName(name)).toBe(format));

describe('refuses with one sentence', () => {
  const list = formatNames.join(', ');

  it.each<[string, string[], string]>([
    ['no format', ['a.lprof'], `No format was named; give --format with one of ${list}.`],
    [
      'a name that says none',
      ['-o', 'x.txt', 'a.lprof'],
      `The name x.txt does not say the format; give --format with one of ${list}.`,
    ],
    [
      'an unknown format',
      ['-f', 'svg', 'a.lprof'],
      `Option --format cannot take 'svg'; give ${list.replace(', lcov', ' or lcov')}.`,
    ],
    [
      'its own input',
      ['-f', 'json', '-o', 'a.lprof', 'a.lprof'],
      'a.lprof is one of the profiles to read; name another file with -o.',
    ],
  ])('%s', async (_, argv, expected) => {
    await expect(perform(argv)).rejects.toThrow(expected);
    expect(printed).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.lprof']);
  });

  it('its own input behind a link', async () => {
    await symlink('a.lprof', join(folder, 'out.json'));
    const before = await saved('a.lprof');
    await expect(perform(['-o', 'out.json', 'a.lprof'])).rejects.toMatchObject({
      problem: { kind: 'outfile-is-input' },
    });
    expect(await saved('a.lprof')).toBe(before);
  });

  it('a binary format for a terminal alone', async () => {
    await expect(perform(['-f', 'pprof', 'a.lprof'], true)).rejects.toThrow(
      'pprof is binary and would garble the terminal; name a file with -o.',
    );
    await perform(['-f', 'pprof', 'a.lprof'], false);
    expect([...(printed[0]?.slice(0, 2) ?? [])]).toEqual([0x1f, 0x8b]);
  });

  it('times of a profile that has none', async () => {
    await save('a.lprof', profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } }));
    await expect(perform(['-o', 'x.cpuprofile', 'a.lprof'])).rejects.toThrow(/^cpuprofile holds nothing but times/);
    expect(await readdir(folder)).toEqual(['a.lprof']);
  });

  it('a profile that makes more text than fits into one', async () => {
    const load = vi.spyOn(exportFormats.json, 'load').mockResolvedValue(() => 'x'.repeat(2 ** 30));
    await expect(perform(['-o', 'x.json', 'a.lprof'])).rejects.toThrow(
      /^The profile is too large for one text of json;/,
    );
    expect(await readdir(folder)).toEqual(['a.lprof']);
    load.mockRestore();
  });

  it('a file that is no profile, and leaves what was there', async () => {
    await writeFile(join(folder, 'out.json'), 'mine');
    await save('b.lprof', profileOf());
    await writeFile(join(folder, 'b.lprof'), '{"format": "kernts-lprof", ');
    await expect(perform(['-o', 'out.json', 'a.lprof', 'b.lprof'])).rejects.toMatchObject({
      problem: { kind: 'profile-truncated', path: 'b.lprof' },
    });
    expect(await saved('out.json')).toBe('mine');
  });
});

it('takes the newest profile and only the functions that are asked for', async () => {
  await rm(join(folder, 'a.lprof'));
  await save('b.lprof', profileOf({ functions: [functionOf(), functionOf({ name: 'other' })] }));
  await perform(['-f', 'collapsed', '--function', 'o*']);
  expect(printed).toEqual(['w.ts:other;5 sleep(1.2)\u037e 1200138200\n']);
  await expect(perform(['-f', 'collapsed', '--function', 'x'])).rejects.toMatchObject({
    problem: { kind: 'no-function-selected' },
  });
  await expect(perform(['-f', 'json', '-o', 'b.lprof'])).rejects.toMatchObject({
    problem: { kind: 'outfile-is-input' },
  });
});

it('says that sums count calls among profiled functions more than once, where the profile cannot tell', async () => {
  await save('a.lprof', profileOf({ functions: [functionOf(), functionOf({ name: 'other' })] }));
  await perform(['-f', 'callgrind', 'a.lprof']);
  await perform(['-f', 'csv', 'a.lprof']);
  expect(said).toEqual([sentence({ kind: 'times-overlap', format: 'callgrind', functions: ['slow', 'other'] })]);
});

it('says that versions of a file are kept apart', async () => {
  await save('b.lprof', profileOf({ files: [fileOf({ sha256: 'bb' })] }));
  await perform(['-f', 'lcov', 'a.lprof', 'b.lprof']);
  expect(said).toEqual([sentence({ kind: 'sources-differ', path: 'w.ts' })]);
});
