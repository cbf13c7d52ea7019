import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readProfile } from '../src/profile/read.js';
import { checkWritable, type Outfile, writeProfile } from '../src/profile/write.js';
import { profileOf } from './sample-profile.js';

let folder: string;
const out = (name: string): Outfile => ({ path: join(folder, name), shown: name });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes the profile and nothing else', async () => {
  writeProfile(out('a.lprof'), profileOf());
  expect(await readdir(folder)).toEqual(['a.lprof']);
  expect(await readProfile(join(folder, 'a.lprof'))).toEqual(profileOf());
});

it('replaces what was there in one step, so that an open reader keeps the old file whole', async () => {
  await writeFile(join(folder, 'a.lprof'), 'old');
  const before = await lstat(join(folder, 'a.lprof'));
  writeProfile(out('a.lprof'), profileOf());
  expect((await lstat(join(folder, 'a.lprof'))).ino).not.toBe(before.ino);
});

it('checks without leaving or changing anything', async () => {
  checkWritable(out('a.lprof'));
  expect(await readdir(folder)).toEqual([]);
  await writeFile(join(folder, 'a.lprof'), 'old');
  checkWritable(out('a.lprof'));
  expect(await readFile(join(folder, 'a.lprof'), 'utf8')).toBe('old');
});

it.each([
  ['no/a.lprof', 'there is no such file or directory'],
  ['dir', 'it is a directory'],
  ['file/a.lprof', 'a part of the path is not a directory'],
])('says why %s cannot be written, before and after', async (name, cause) => {
  await mkdir(join(folder, 'dir'));
  await writeFile(join(folder, 'file'), '');
  const problem = { kind: 'outfile-unwritable', path: name, cause };
  const refusal = expect.objectContaining({ problem });
  expect(() => checkWritable(out(name))).toThrow(refusal);
  expect(() => writeProfile(out(name), profileOf())).toThrow(refusal);
  expect((await readdir(folder)).sort()).toEqual(['dir', 'file']);
});

it('takes a name of the greatest length', async () => {
  const name = `${'n'.repeat(249)}.lprof`;
  writeProfile(out(name), profileOf());
  expect(await readdir(folder)).toEqual([name]);
});

it.skipIf(process.platform === 'win32')('adds to a file that is open for writing instead of replacing it', async () => {
  const text = `${JSON.stringify(profileOf())}\n`;
  await symlink('red.txt', join(folder, 'link.txt'));
  for (const name of ['red.txt', 'link.txt', 'descriptor']) {
    await writeFile(join(folder, 'red.txt'), '');
    const stream = openSync(join(folder, 'red.txt'), 'w');
    const outfile = name === 'descriptor' ? { path: `/dev/fd/${stream}`, shown: name } : out(name);
    writeSync(stream, 'before\n');
    checkWritable(outfile);
    writeProfile(outfile, profileOf());
    writeSync(stream, 'after\n');
    closeSync(stream);
    expect(await readFile(join(folder, 'red.txt'), 'utf8')).toBe(`before\n${text}after\n`);
  }
});

it('replaces a file that is open for reading only', async () => {
  await writeFile(join(folder, 'a.lprof'), 'old');
  const reader = openSync(join(folder, 'a.lprof'), 'r');
  writeProfile(out('a.lprof'), profileOf());
  expect(readFileSync(reader, 'utf8')).toBe('old');
  closeSync(reader);
  expect(await readProfile(join(folder, 'a.lprof'))).toEqual(profileOf());
});

it.skipIf(process.platform === 'win32')('follows a link, and writes into a pipe instead of replacing it', async () => {
  await writeFile(join(folder, 'real.lprof'), 'old');
  await symlink('real.lprof', join(folder, 'link.lprof'));
  writeProfile(out('link.lprof'), profileOf());
  expect((await lstat(join(folder, 'link.lprof'))).isSymbolicLink()).toBe(true);
  expect(await readProfile(join(folder, 'real.lprof'))).toEqual(profileOf());

  execFileSync('mkfifo', [join(folder, 'pipe')]);
  checkWritable(out('pipe'));
  // Opening a pipe for writing waits for its reader.
  const reading = readFile(join(folder, 'pipe'), 'utf8');
  writeProfile(out('pipe'), profileOf());
  expect(JSON.parse(await reading)).toEqual(profileOf());
  expect((await lstat(join(folder, 'pipe'))).isFIFO()).toBe(true);
});
