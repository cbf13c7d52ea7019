import type { Profile, ProfiledLine } from '@kernts/runtime';
import { describe, expect, it } from 'vitest';
import type { Order } from '../src/profile/order.js';
import { reportFrom } from '../src/profile/rows.js';
import { everything } from '../src/profile/selection.js';
import { colourStyle } from '../src/report/colour-style.js';
import type { ColumnName, Unit } from '../src/report/display.js';
import { plainStyle, type Style } from '../src/report/style.js';
import { textReport } from '../src/report/text.js';
import { fileOf, functionOf, lineOf, profileOf, profileOfLines } from './sample-profile.js';

interface Look {
  readonly unit?: Unit;
  readonly summarize?: boolean;
  readonly skipZero?: boolean;
  readonly minShare?: number;
  readonly columns?: readonly ColumnName[];
  readonly hottest?: number;
  readonly sort?: Order;
  readonly style?: Style;
}

const micro: Unit = { kind: 'fixed', seconds: 1e-6 };

function print(profile: Profile, { style = plainStyle, ...look }: Look = {}): string {
  const defaults = { ...everything, unit: micro, summarize: false, columns: null, hottest: null };
  const options = { ...defaults, ...look };
  return textReport(reportFrom(profile, options), options, style);
}

/** Header, rule and rows of a function with a total of `totalNs`, one row per line given. */
function table(lines: readonly ProfiledLine[], totalNs: number, look?: Look): string[] {
  const source = lines.map(({ line }) => `line${line}`);
  return print(profileOfLines(source, lines, totalNs), look)
    .split('\n')
    .slice(6, -2);
}

it('is what line_profiler prints', () => {
  const source = '\n\n@profile\ndef slow():\n    time.sleep(1.2)\n';
  const fn = functionOf({ endLine: 5 });
  expect(print(profileOf({ files: [fileOf({ path: 'w.py', source })], functions: [fn] }))).toBe(
    [
      'Timer unit: 1e-06 s',
      '',
      'Total time: 1.20126 s',
      'File: w.py',
      'Function: slow at line 3',
      '',
      'Line #      Hits         Time  Per Hit   % Time  Line Contents',
      '==============================================================',
      '     3                                           @profile',
      '     4                                           def slow():',
      '     5         1    1200138.2  1.2e+06     99.9      time.sleep(1.2)',
      '',
      '',
    ].join('\n'),
  );
});

describe('cells', () => {
  it('keep the padding of blank lines', () => {
    expect(table([lineOf({ line: 1 })], 0).at(-1)).toBe(`${'1'.padStart(6)}${' '.repeat(41)}  line1`);
    expect(
      print(profileOfLines([''], [], 0))
        .split('\n')
        .at(-3),
    ).toBe(`     1${' '.repeat(43)}`);
  });

  it('change to exponents before a column widens', () => {
    expect(table([lineOf({ line: 1, hits: 12_345_678, timeNs: 1.23456789e12, maxNs: 0 })], 1.3e12)).toEqual([
      'Line #      Hits         Time  Per Hit   % Time  Line Contents',
      '==============================================================',
      '     1  12345678 1234567890.0    100.0     95.0  line1',
    ]);
    expect(table([lineOf({ line: 1, hits: 1_234_567_890, timeNs: 1.23456789e16, maxNs: 0 })], 1.3e16)).toEqual([
      'Line #        Hits         Time  Per Hit   % Time  Line Contents',
      '================================================================',
      '     1 1.23457e+09     1.23e+13  10000.0     95.0  line1',
    ]);
    expect(table([lineOf({ line: 1, hits: 12_345_678_901, timeNs: 1e9 })], 1e9)[2]).toBe(
      '     1 1.23457e+10    1000000.0      0.0    100.0  line1',
    );
  });

  it('stay readable where a line got far more than its function', () => {
    expect(table([lineOf({ line: 1, hits: 1, timeNs: 2 ** 53 })], 1)[2]).toBe(
      '     1         1     9.01e+12 9.01e+12 9.01e+17  line1',
    );
  });

  it('have no share of nothing', () => {
    expect(table([lineOf({ line: 1, hits: 3 })], 0)[2]).toBe('     1         3          0.0      0.0           line1');
  });

  it('follow the unit', () => {
    const lines = [lineOf({ line: 1, hits: 10, timeNs: 34_500_000 })];
    expect(table(lines, 69e6, { unit: { kind: 'fixed', seconds: 1e-3 } })[2]).toBe(
      '     1        10         34.5      3.5     50.0  line1',
    );
    expect(table(lines, 69e6, { unit: { kind: 'fixed', seconds: 1e-9 } })[2]).toBe(
      '     1        10   34500000.0 3.45e+06     50.0  line1',
    );
    expect(table(lines, 69e6, { unit: { kind: 'auto' } })[2]).toBe(
      '     1        10      34.5 ms  3.45 ms     50.0  line1',
    );
    expect(print(profileOf(), { unit: { kind: 'fixed', seconds: 1e-3 } })).toMatch(/^Timer unit: 0\.001 s\n\n/);
    expect(print(profileOf(), { unit: { kind: 'auto' } })).toMatch(/^Timer unit: auto\n\nTotal time: 1\.20126 s\n/);
  });

  it('make room for long line numbers', () => {
    const fn = functionOf({
      markLine: null,
      line: 1_234_567,
      endLine: 1_234_567,
      lines: [lineOf({ line: 1_234_567, hits: 1 })],
    });
    const rows = print(profileOf({ files: [fileOf({ source: null })], functions: [fn] })).split('\n');
    expect(rows[6]).toBe(' Line #      Hits         Time  Per Hit   % Time  Line Contents');
    expect(rows[8]).toMatch(/^1234567 {9}1 /);
  });
});

describe('what a profile holds does not reach the terminal as a command', () => {
  const dangerous = '\u001b[2J\u009b1m\r\n\u0007\u007f\tx';
  const harmless = '\u241b[2J\\x9b1m\u240d\u240a\u2407\u2421\tx';
  const fn = functionOf({ name: dangerous });

  it.each([plainStyle, colourStyle()])('in names, paths and source', (style) => {
    const source = "\n\n\n\n  sleep('\u001b]0;\u0007');\n\n";
    const profile = profileOf({ files: [fileOf({ path: dangerous, source })], functions: [fn] });
    const text = print(profile, { summarize: true, style });
    expect(text).toContain(`File: ${harmless}\n`);
    expect(text).toContain(`Function: ${style.title(harmless)} at line 3\n`);
    const [contents] = style.code(["  sleep('\u241b]0;\u2407');"]);
    expect(text).toContain(`  ${contents}\n`);
    expect(text).toContain(` seconds - ${harmless}:3 - ${harmless}\n`);
  });

  it('in notes', () => {
    const profile = profileOf({ files: [fileOf({ path: dangerous, source: null })], functions: [fn] });
    expect(print(profile)).toContain(`The source of ${harmless} was not kept`);
  });
});

it('prints listings of any length', () => {
  const source = Array.from({ length: 200_000 }, () => '');
  expect(print(profileOfLines(source, [lineOf({ line: 1, hits: 1 })], 0)).split('\n')).toHaveLength(200_010);
});

describe('columns that come where they say something', () => {
  it('Await', () => {
    const lines = [
      lineOf({ line: 1, hits: 2, timeNs: 4000, awaitNs: 2e8, maxNs: 2100 }),
      lineOf({ line: 2, hits: 2, timeNs: 6000 }),
    ];
    expect(table(lines, 10_000)).toEqual([
      'Line #      Hits         Time        Await  Per Hit   % Time  Line Contents',
      '===========================================================================',
      '     1         2          4.0     200000.0      2.0     40.0  line1',
      '     2         2          6.0                   3.0     60.0  line2',
    ]);
  });

  it('Max', () => {
    const lines = [
      lineOf({ line: 1, hits: 100, timeNs: 100_000, maxNs: 50_000 }),
      lineOf({ line: 2, hits: 1, timeNs: 1000, maxNs: 1000 }),
    ];
    expect(table(lines, 101_000)).toEqual([
      'Line #      Hits         Time  Per Hit      Max   % Time  Line Contents',
      '=======================================================================',
      '     1       100        100.0      1.0     50.0     99.0  line1',
      '     2         1          1.0      1.0      1.0      1.0  line2',
    ]);
  });
});

describe('what the numbers cannot tell', () => {
  it('time that an exception hid', () => {
    const lines = [
      lineOf({ line: 1, hits: 2, timeNs: 4000, uncertainNs: 1500 }),
      lineOf({ line: 2, hits: 2, timeNs: 6000, uncertainNs: 500 }),
    ];
    expect(table(lines, 10_000).slice(2)).toEqual([
      '     1         2         4.0+      2.0     40.0  line1',
      '     2         2         6.0+      3.0     60.0  line2',
      '+ These times may be too small, by up to 2.00 µs in all: exceptions left the lines where kernts could not see it.',
    ]);
  });

  it('how much shorter lines may be than they are by the clock, where that is more than a tenth of one', () => {
    const exact = { mode: 'exact', probeCostNs: 40, readings: 100, probeErrorNs: 10 } as const;
    const notesOf = (timeNs: number, timing: Profile['timing'] = exact, look?: Look) => {
      const lines = [lineOf({ line: 1, hits: 100, timeNs })];
      const printed = print({ ...profileOfLines(['f'], lines, timeNs), timing }, look).split('\n');
      return printed.filter((text) => text.startsWith('Times by the clock'));
    };
    const note =
      'Times by the clock may be too small, by about 10.0 ns for each profiled line that ran in them: a part of the clock reading can run beside the line.';
    expect(notesOf(9_900)).toEqual([note]);
    expect(notesOf(9_900, exact, { hottest: 1 })).toEqual([note]);
    expect(notesOf(10_000)).toEqual([]);
    expect(notesOf(9_900, { ...exact, probeErrorNs: 0 })).toEqual([]);
  });

  it('source that was not kept', () => {
    const rows = print(profileOf({ files: [fileOf({ source: null })] }))
      .split('\n')
      .slice(8);
    expect(rows).toEqual([
      '     5         1    1200138.2  1.2e+06     99.9  ',
      'The source of w.ts was not kept in the profile; the numbers stand without it.',
      '',
      '',
    ]);
  });

  it('times that were not taken', () => {
    const lines = [lineOf({ line: 1, hits: 2 }), lineOf({ line: 2 })];
    const profile = {
      ...profileOfLines(['a', 'b'], lines, 0),
      timing: { mode: 'off', probeCostNs: 0, readings: 0 },
    } as const;
    expect(print(profile, { summarize: true })).toBe(
      [
        'Timing: off (hits only)',
        '',
        'File: w.ts',
        'Function: f at line 1',
        '',
        'Line #      Hits         Time  Per Hit   % Time  Line Contents',
        '==============================================================',
        '     1         2                                 a',
        '     2                                           b',
        '',
        '     1 calls - w.ts:1 - f',
        '',
      ].join('\n'),
    );
  });
});

it('adds a summary below the listings', () => {
  const never = functionOf({ name: 'never', totalNs: 0, lines: [] });
  const profile = profileOf({ functions: [functionOf(), never] });
  expect(print(profile, { summarize: true })).toMatch(
    /time\.sleep|\n\n {2}1\.20 seconds - w\.ts:3 - slow\n {2}0\.00 seconds - w\.ts:3 - never\n$/,
  );
  expect(print(profile, { summarize: true, skipZero: true })).toMatch(/\n\n {2}1\.20 seconds - w\.ts:3 - slow\n$/);
});

it('separates listings by one blank line', () => {
  expect(print(profileOf({ functions: [functionOf(), functionOf({ name: 'g' })] }))).toContain(
    '  }\n\nTotal time: 1.20126 s\n',
  );
});

it('colours by heat, and is the same text without the colours', () => {
  const esc = String.fromCharCode(27);
  const lines = [
    lineOf({ line: 1, hits: 1, timeNs: 5 }),
    lineOf({ line: 2, hits: 1, timeNs: 95 }),
    lineOf({ line: 3 }),
  ];
  const profile = profileOfLines(['const cool', 'return "hot"; // now', 'return cold'], lines, 100);
  const coloured = print(profile, { style: colourStyle() });
  expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(print(profile));
  const [, , cool, hot, cold] = coloured.split('\n').slice(6, -2);
  expect(cool).toContain(`${esc}[32m     5.0${esc}[39m  ${esc}[35mconst${esc}[39m cool`);
  expect(hot).toContain(`${esc}[31m${esc}[1m    95.0`);
  expect(hot).toContain(`${esc}[35mreturn${esc}[39m ${esc}[32m"hot"${esc}[39m; ${esc}[90m// now${esc}[39m`);
  expect(cold).toBe(`${esc}[2m     3${' '.repeat(43)}return cold${esc}[22m`);
});

describe('what a report is asked for', () => {
  const lines = [
    lineOf({ line: 1, hits: 1, timeNs: 6000, selfNs: 1000 }),
    lineOf({ line: 2, hits: 9, timeNs: 3000, selfNs: 3000 }),
    lineOf({ line: 3, hits: 1, timeNs: 1000 }),
    lineOf({ line: 4 }),
  ];

  it('columns, in their order', () => {
    expect(table(lines, 10_000, { columns: ['percent', 'self', 'max', 'await', 'hits'] })).toEqual([
      'Line #   % Time         Self      Max        Await      Hits  Line Contents',
      '===========================================================================',
      '     1     60.0          1.0      0.0                      1  line1',
      '     2     30.0          3.0      0.0                      9  line2',
      '     3     10.0            ?      0.0                      1  line3',
      '     4                                                        line4',
    ]);
  });

  it('lines from a share on, with a sign where others were left out', () => {
    expect(table(lines, 10_000, { minShare: 0.2 }).slice(2)).toEqual([
      '     1         1          6.0      6.0     60.0  line1',
      '     2         9          3.0      0.3     30.0  line2',
    ]);
    expect(
      table(
        [...lines].reverse().map((line, at) => ({ ...line, line: at + 1 })),
        10_000,
        { minShare: 0.5 },
      ).slice(2),
    ).toEqual(['     4         1          6.0      6.0     60.0  line4']);
    const apart = [lines[0], { ...lines[3], line: 2 }, { ...lines[1], line: 3 }] as ProfiledLine[];
    expect(table(apart, 10_000, { minShare: 0.2 })[3]).toBe('     …');
  });

  it('the hottest lines by time, by themselves, and by hits', () => {
    const hottest = (sort: Order, count = 2) => {
      const rows = print(profileOfLines(['one', '  two', 'three', 'four'], lines, 10_000), { hottest: count, sort });
      return rows.split('\n').slice(2, -2);
    };
    expect(hottest('time')).toEqual([
      '     Hits         Time  Per Hit   % Time  Place   Function  Line Contents',
      '=========================================================================',
      '        1          6.0      6.0     60.0  w.ts:1  f         one',
      '        9          3.0      0.3     30.0  w.ts:2  f         two',
    ]);
    expect(hottest('self').map((row) => row.slice(-3))).toEqual(['nts', '===', 'two', 'one']);
    expect(hottest('hits', 9).map((row) => row.slice(-3))).toEqual(['nts', '===', 'two', 'one', 'ree']);
  });
});
