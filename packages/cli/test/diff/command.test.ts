import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFrom } from '../../src/command-line/options.js';
import { diff } from '../../src/commands/diff.js';
import { recordingOutput } from '../recording-output.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

let folder: string;
let printed: string[];
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernts-diff-'));
  printed = [];
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** Of `slow`, whose one line took so long. */
const taking = (timeNs: number) =>
  profileOf({ functions: [functionOf({ totalNs: timeNs, lines: [lineOf({ line: 5, hits: 1, timeNs })] })] });

const save = (name: string, profile = profileOf()) => writeFile(join(folder, name), JSON.stringify(profile));

async function perform(...argv: string[]): Promise<number> {
  const options = optionsFrom(['diff', ...argv], { env: {}, stdoutIsTerminal: false, cwd: folder });
  if (options.kind !== 'diff') throw new Error(options.kind);
  return diff(options, recordingOutput(printed, said));
}

it('shows the Total and the functions, then their lines', async () => {
  await save('a.lprof', taking(1e9));
  const source = "import './x.js';\n\n// @profile\nfunction slow() {\n  setUp();\n  sleep(0.5);\n}\n";
  const lines = [lineOf({ line: 5, hits: 1, timeNs: 1e6 }), lineOf({ line: 6, hits: 2, timeNs: 499e6 })];
  const after = functionOf({ totalNs: 5e8, endLine: 7, lines });
  await save('b.lprof', profileOf({ files: [fileOf({ sha256: 'bb', source })], functions: [after] }));
  expect(await perform('a.lprof', 'b.lprof')).toBe(0);
  expect(printed).toEqual([
    `Before: a.lprof
After:  b.lprof
Timer unit: auto

Calls before after Time before  after  Change     %   Function
==============================================================
                        1.00 s 500 ms -500 ms -50.0   Total
           1     1      1.00 s 500 ms -500 ms -50.0   slow  w.ts:3

Function: slow  w.ts:3

  Line before after Hits before after Time before   after  Change     %   Line Contents
=======================================================================================
            3     3                                                       // @profile
            4     4                                                       function slow() {
+                 5                 1             1.00 ms                   setUp();
~                                                                           sleep(1.2);
~           5     6           1     2      1.00 s  499 ms -501 ms -50.1     sleep(0.5);
            6     7                                                       }

≈ No more than what the profiles know of their own error; how two runs of one program differ, they do not.
`,
  ]);
});

it('leaves out the lines of functions that did not change', async () => {
  await save('a.lprof');
  await perform('a.lprof', 'a.lprof');
  expect(printed[0]).not.toContain('// @profile');
  expect(printed[0]).toContain('Functions that did not change: 1; their lines are left out.');
});

it('compares hits alone where one side was not timed, and says when both were timed in other ways', async () => {
  await save('a.lprof');
  await save('off.lprof', { ...profileOf(), timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
  await save('auto.lprof', { ...profileOf(), timing: { mode: 'auto', probeCostNs: 40, readings: 3, samples: 2 } });
  await perform('a.lprof', 'off.lprof');
  await perform('a.lprof', 'auto.lprof');
  expect(printed[0]).toMatch(/^Timing: off \(hits only\)\n\nCalls before after Function\n/m);
  expect(printed[1]).toContain('Timed in two ways (--timing exact, then auto), which differ by themselves.\n');
});

it('says what the Total adds up', async () => {
  const own = [lineOf({ line: 5, hits: 1, timeNs: 1e9, selfNs: 1e9 })];
  const old = [lineOf({ line: 5, hits: 1, timeNs: 1e9 })];
  const of = (lines: typeof own) =>
    profileOf({ functions: ['f', 'g'].map((name) => functionOf({ name, totalNs: 1e9, lines })) });
  await save('own.lprof', of(own));
  await save('old.lprof', of(old));
  await perform('own.lprof', 'own.lprof');
  await perform('old.lprof', 'own.lprof');
  expect(printed[0]).toContain('\nTotal: the own times of all functions;');
  expect(printed[1]).toContain('\nTotal: the functions in both, what they call of one another twice,');
});

it('takes the mean of several runs', async () => {
  await save('a1.lprof', taking(1e9));
  await save('a2.lprof', taking(3e9));
  await save('b.lprof', taking(4e9));
  await perform('a*.lprof', 'b.lprof');
  expect(printed[0]).toMatch(/ 2\.00 s 4\.00 s \+2\.00 s \+100\.0 {3}Total\n/);
});

it('shows no control characters of a profile', async () => {
  const hostile = functionOf({ name: '\u001b[2Jslow' });
  await save('a.lprof', profileOf({ files: [fileOf({ path: '\u009bw.ts' })], functions: [hostile] }));
  await save('b.lprof', profileOf({ files: [fileOf({ path: '\u001b]0;w.ts' })], functions: [hostile] }));
  await perform('a.lprof', 'b.lprof');
  expect(printed[0]).not.toMatch(/[^\P{Cc}\n]/u);
});

describe('--fail-above', () => {
  it('fails when something got slower by more than that', async () => {
    await save('a.lprof', taking(1e9));
    await save('b.lprof', taking(1.2e9));
    expect(await perform('--fail-above', '10%', 'a.lprof', 'b.lprof')).toBe(1);
    expect(said).toEqual([
      'More than 10 % slower: the total (+20 %), slow (+20 %); see the lines with the largest change above.',
    ]);
    expect(await perform('--fail-above', '20', 'a.lprof', 'b.lprof')).toBe(0);
    expect(await perform('--fail-above', '0%', 'b.lprof', 'a.lprof')).toBe(0);
    expect(printed).toHaveLength(3);
  });

  it('needs times', async () => {
    await save('a.lprof');
    await save('off.lprof', { ...profileOf(), timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
    await expect(perform('--fail-above', '10', 'a.lprof', 'off.lprof')).rejects.toMatchObject({
      problem: { kind: 'diff-untimed' },
    });
  });
});

it.each<[string[], object]>([
  [['a.lprof'], { kind: 'diff-takes-two', given: 1 }],
  [['a.lprof', 'a.lprof', 'a.lprof'], { kind: 'diff-takes-two', given: 3 }],
  [['a.lprof', 'other.lprof'], { kind: 'no-common-function', before: 'a.lprof', after: 'other.lprof' }],
  [['a.lprof', 'no.lprof'], { kind: 'profile-unreadable', path: 'no.lprof' }],
  [['a.lprof', 'no*.lprof'], { kind: 'glob-matches-no-profile', glob: 'no*.lprof' }],
  [['--function', 'nosuch', 'a.lprof', 'a.lprof'], { kind: 'no-common-function' }],
  [['--fail-above', 'fast', 'a.lprof', 'a.lprof'], { kind: 'bad-option-value', option: '--fail-above' }],
  [['--fail-above', '-5', 'a.lprof', 'a.lprof'], { kind: 'bad-option-value', option: '--fail-above' }],
])('refuses %j', async (argv, problem) => {
  await save('a.lprof');
  const source = 'a();\nb();\nc();\n';
  const fn = functionOf({ name: 'other', markLine: null, line: 1, endLine: 3, lines: [lineOf({ line: 1, hits: 1 })] });
  await save('other.lprof', profileOf({ files: [fileOf({ path: 'o.ts', source })], functions: [fn] }));
  await expect(async () => perform(...argv)).rejects.toMatchObject({ problem });
  expect(printed).toEqual([]);
});
