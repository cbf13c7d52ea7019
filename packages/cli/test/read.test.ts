import { existsSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KerntsError, type Problem } from '../src/messages.js';
import { parseProfile, readProfile } from '../src/profile/read.js';
import { fileOf, functionOf, lineOf, profileOf } from './sample-profile.js';

function problem(text: string): Problem {
  try {
    parseProfile(text, 'x.lprof');
  } catch (error) {
    if (error instanceof KerntsError) return error.problem;
    throw error;
  }
  throw new Error('was accepted');
}

const withLine = (line: object): string =>
  JSON.stringify(profileOf({ functions: [functionOf({ lines: [{ ...lineOf({ line: 5 }), ...line }] })] }));
const withFunction = (fn: object): string => JSON.stringify(profileOf({ functions: [{ ...functionOf(), ...fn }] }));
const withField = (field: object): string => JSON.stringify({ ...profileOf(), ...field });

const beyond = 'lies behind the last line of the source (7)';
const infinite = 'is not a finite number';

function withShare(part: object): string {
  const thread = { pid: 1, threadId: 0, command: [], startedAt: '', wallNs: 1, isCutOff: false };
  return withField({ shares: [{ ...thread, functions: [{ fn: 0, calls: 1, totalNs: 1, lines: [], ...part }] }] });
}

it('takes no key of a file for more than a name', () => {
  const text = withFunction({ name: '__proto__' }).replace(
    '"version"',
    '"__proto__":{"polluted":1},"constructor":1,"version"',
  );
  expect(parseProfile(text, 'x').functions[0]?.name).toBe('__proto__');
  expect(Object.keys(parseProfile(text, 'x'))).toEqual(Object.keys(profileOf()));
  expect('polluted' in {}).toBe(false);
});

it('gives back what was written, without the fields it does not know', () => {
  const line = lineOf({ line: 5, hits: 1, uncertainNs: 4 });
  const profile = profileOf({ functions: [functionOf({ lines: [line] })] });
  expect(parseProfile(JSON.stringify(profile), 'x')).toEqual(profile);
  expect(parseProfile(withField({ colour: 'blue' }), 'x')).toEqual(profileOf());
});

it('takes the mark that some editors put at the head of a text', () => {
  const text = `\uFEFF${JSON.stringify(profileOf())}`;
  expect(parseProfile(text, 'x')).toEqual(profileOf());
  expect(problem(text.slice(0, 40))).toEqual({ kind: 'profile-truncated', path: 'x.lprof' });
});

it('takes any line where the source was not kept', () => {
  const profile = profileOf({ files: [fileOf({ source: null })], functions: [functionOf({ endLine: 1e12 })] });
  expect(parseProfile(JSON.stringify(profile), 'x')).toEqual(profile);
});

describe('refuses', () => {
  const whole = JSON.stringify(profileOf());

  it('a file that is cut off, wherever', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(problem(whole.slice(0, length))).toEqual({ kind: 'profile-truncated', path: 'x.lprof' });
    }
  });

  it.each([
    ['Timer unit: 1e-06 s\n', { kind: 'profile-not-json' }],
    [`${whole}}`, { kind: 'profile-not-json' }],
    ['[1, 2', { kind: 'profile-not-json' }],
    ['[]', { kind: 'profile-foreign', looksLike: null }],
    ['null', { kind: 'profile-foreign', looksLike: null }],
    ['{"format":"other"}', { kind: 'profile-foreign', looksLike: null }],
    ['{"nodes":[],"startTime":1,"endTime":2}', { kind: 'profile-foreign', looksLike: 'a CPU profile of V8' }],
    [
      '{"$schema":"https://www.speedscope.app/file-format-schema.json"}',
      { kind: 'profile-foreign', looksLike: 'a speedscope file' },
    ],
    ['\uFFFD\u0004cline_profiler', { kind: 'profile-foreign', looksLike: "a profile of Python's line_profiler" }],
    [withField({ version: 2 }), { kind: 'profile-newer', version: 2, known: 1 }],
    ['{"format":"kernts-lprof","version":7,"anything":[]}', { kind: 'profile-newer', version: 7 }],
  ])('%.60s', (text, expected) => {
    expect(problem(text)).toMatchObject({ ...expected, path: 'x.lprof' });
  });

  it.each([
    ['{"format":"kernts-lprof"}', 'version', 'is missing'],
    [withField({ version: 0 }), 'version', 'is below 1'],
    [withField({ version: '1' }), 'version', 'is not a number'],
    [withField({ unitNs: 1000 }), 'unitNs', 'is not 1'],
    [withField({ functions: undefined }), 'functions', 'is missing'],
    [withField({ functions: {} }), 'functions', 'is not a list'],
    [withField({ timing: { mode: 'fast', probeCostNs: 0, readings: 0 } }), 'timing.mode', 'is not auto, exact or off'],
    [withField({ files: [{ path: 'a' }] }), 'files.0.sha256', 'is missing'],
    [withField({ wallNs: -1 }), 'wallNs', 'is negative'],
    [withField({ command: 'w.ts' }), 'command', 'is not a list'],
    [
      withLine({ timeNs: 1 }).replace('"timeNs":1', '"timeNs":1e999'),
      'functions.0.lines.0.timeNs',
      'is not a finite number',
    ],
    [withLine({ timeNs: -0.5 }), 'functions.0.lines.0.timeNs', 'is negative'],
    [withLine({ timeNs: null }), 'functions.0.lines.0.timeNs', 'is not a number'],
    [withLine({ hits: 1.5 }), 'functions.0.lines.0.hits', 'is not a whole number'],
    [withLine({ uncertainNs: -1 }), 'functions.0.lines.0.uncertainNs', 'is negative'],
    [withLine({ line: 0 }), 'functions.0.lines.0.line', 'is not a line (lines count from 1)'],
    [withFunction({ lines: [7] }), 'functions.0.lines.0', 'is not a line record'],
    [
      withFunction({ lines: [lineOf({ line: 5 }), lineOf({ line: 5 })] }),
      'functions.0.lines',
      'are not in ascending order',
    ],
    [withFunction({ line: 0 }), 'functions.0.line', 'is not a line (lines count from 1)'],
    [withFunction({ markLine: -3 }), 'functions.0.markLine', 'is not a line (lines count from 1)'],
    [withFunction({ endLine: 3 }), 'functions.0.endLine', 'lies before the line on which the function begins'],
    [withFunction({ endLine: 1e12 }), 'functions.0.endLine', 'lies behind the last line of the source (7)'],
    [withFunction({ endLine: 8 }), 'functions.0.endLine', 'lies behind the last line of the source (7)'],
    [withFunction({ markLine: 8 }), 'functions.0.markLine', 'lies behind the last line of the source (7)'],
    [
      withFunction({ lines: [lineOf({ line: 5 }), lineOf({ line: 8 })] }),
      'functions.0.lines.1.line',
      'lies behind the last line of the source (7)',
    ],
    [withLine({ timeNs: 1e300 }), 'functions.0.lines.0.timeNs', 'is too large to be true'],
    [withLine({ hits: 2 ** 54 }), 'functions.0.lines.0.hits', 'is too large to be true'],
    [withFunction({ line: 1e17 }), 'functions.0.line', 'is too large to be true'],
    [withFunction({ totalNs: 1e300 }), 'functions.0.totalNs', 'is too large to be true'],
    [withField({ wallNs: 1e300 }), 'wallNs', 'is too large to be true'],
    [withShare({ lines: [lineOf({ line: 8 })] }), 'shares.0.functions.0.lines.0.line', beyond],
    [withShare({ calls: -1 }), 'shares.0.functions.0.calls', 'is negative'],
    [withShare({ totalNs: 7 }).replace('"totalNs":7', '"totalNs":-1e999'), 'shares.0.functions.0.totalNs', infinite],
    [withShare({ fn: 3 }), 'shares.0.functions', 'name a function that is not there (the profile has 1)'],
    [withLine({ selfNs: -1 }), 'functions.0.lines.0.selfNs', 'is negative'],
    [withFunction({ file: 1 }), 'functions.0.file', 'names a file that is not there (the profile has 1)'],
    [withFunction({ file: -1 }), 'functions.0.file', 'is negative'],
  ])('%.0sa profile in which %s %s', (text, where, defect) => {
    expect(problem(text)).toEqual({ kind: 'profile-damaged', path: 'x.lprof', where, defect });
  });

  it('a file that is too large, before it reads any of it', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'kernts-read-')), 'large.lprof');
    try {
      await writeFile(path, '{"format":"kernts-lprof"');
      await truncate(path, 2 ** 31 + 1);
      await expect(readProfile(path, 'large')).rejects.toMatchObject({
        problem: { kind: 'profile-too-large', path: 'large', mostMegabytes: 256 },
      });
    } finally {
      await rm(dirname(path), { recursive: true });
    }
  });

  it.skipIf(!existsSync('/dev/zero'))('a device, which may have no end', async () => {
    await expect(readProfile('/dev/zero', 'zero')).rejects.toMatchObject({
      problem: { kind: 'profile-unreadable', path: 'zero', cause: 'it is a device' },
    });
  });

  it('what cannot be read, a pickle in bytes too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kernts-read-'));
    try {
      const pickle = join(folder, 'p.lprof');
      await writeFile(pickle, Buffer.from([0x80, 4, 0x95, 0xff, 0xfe]));
      await expect(readProfile(pickle, 'p')).rejects.toMatchObject({ problem: { kind: 'profile-foreign', path: 'p' } });
      await expect(readProfile(folder)).rejects.toMatchObject({
        problem: { kind: 'profile-unreadable', cause: 'it is a directory' },
      });
      await expect(readProfile(join(folder, 'no'), 'no')).rejects.toMatchObject({
        problem: { kind: 'profile-unreadable', path: 'no', cause: 'there is no such file or directory' },
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
