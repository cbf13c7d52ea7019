import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOf, functionOf, lineOf, profileOf } from './sample-profile.js';

/** The command as a process of its own, for what only a process has: streams that close, and an exit status. */

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
// tsx finds `paths` by it, wherever the command runs.
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kernts-command-'));
  const lines = Array.from({ length: 20_000 }, (_, at) => lineOf({ line: at + 1, hits: 1, timeNs: 1 }));
  const source = lines.map(({ line }) => `step(${line});`).join('\n');
  const fn = functionOf({ markLine: null, line: 1, endLine: lines.length, lines });
  writeFileSync(
    join(folder, 'long.lprof'),
    JSON.stringify(profileOf({ files: [fileOf({ source })], functions: [fn] })),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function sh(command: string) {
  const kernts = `"${process.execPath}" --import "${tsx}" "${bin}"`;
  const env = { ...process.env, TSX_TSCONFIG_PATH: tsconfig, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command.replaceAll('kernts', () => kernts)], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

it('prints a report to its last line', () => {
  const { status, stdout, stderr } = sh('kernts view long.lprof');
  expect(stdout.split('\n').slice(-4)).toEqual([
    expect.stringMatching(/ step\(19999\);$/),
    expect.stringMatching(/ step\(20000\);$/),
    '',
    '',
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('ends quietly when the reader goes away', () => {
  expect(sh('set -o pipefail; kernts view long.lprof | head -n 1')).toEqual({
    status: 0,
    stdout: 'Timer unit: 1e-06 s\n',
    stderr: '',
  });
  expect(sh('set -o pipefail; kernts --help | true')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(sh('kernts --nonsense 2> >(true)')).toMatchObject({ status: 2, stdout: '' });
});

it.skipIf(!existsSync('/dev/full'))('says that a report did not find room', () => {
  const said =
    'kernts: Cannot write the report (no space is left); send it where there is room, or show less of it with -z.\n';
  expect(sh('kernts view long.lprof > /dev/full')).toEqual({ status: 2, stdout: '', stderr: said });
  expect(sh('kernts --help > /dev/full')).toMatchObject({ status: 2, stdout: '' });
  expect(sh('kernts --nonsense 2> /dev/full')).toEqual({ status: 2, stdout: '', stderr: '' });
});

it.skipIf(process.platform === 'win32')('notices a report that was written in part', () => {
  const { status, stderr } = sh('ulimit -f 64; kernts view long.lprof > part.txt');
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^kernts: Cannot write the report \(.*\n$/),
  });
});

it.each([
  ['kernts', 'kernts: No script to run; '],
  ['kernts --viev s.ts', 'kernts: There is no option --viev; did you mean --view?'],
  ['kernts veiw x.lprof', 'kernts: There is no script veiw; did you mean `kernts view`?\n'],
  ['kernts nosuch.ts', 'kernts: There is no script nosuch.ts; '],
  ['kernts view nosuch.lprof', 'kernts: Cannot read nosuch.lprof (there is no such file or directory); '],
])('%s: one sentence and status 2', (command, beginning) => {
  const { status, stdout, stderr } = sh(command);
  expect({ status, stdout, lines: stderr.split('\n').length }).toEqual({ status: 2, stdout: '', lines: 2 });
  expect(stderr.slice(0, beginning.length)).toBe(beginning);
});
