import type { ProfiledFunction, ProfiledLine } from '@kernts/runtime';
import { describe, expect, it } from 'vitest';
import { distinctFunctionNames, distinctPaths } from '../../src/report/export/distinct-names.js';
import { lineCostsOf } from '../../src/report/export/line-costs.js';
import { timeRemark } from '../../src/report/export/time-remark.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const withSelf = (line: number, timeNs: number, selfNs: number): ProfiledLine =>
  lineOf({ line, hits: 1, timeNs, selfNs });

describe('the time that may be added up', () => {
  const caller = (line: ProfiledLine) => functionOf({ name: 'caller', line: 1, lines: [line] });
  const callee = functionOf({ name: 'callee', line: 2, lines: [withSelf(5, 80, 80)] });
  const costs = (functions: readonly ProfiledFunction[]) =>
    lineCostsOf(profileOf({ functions })).map(({ timeIs, lines }) => [timeIs, ...lines.map(({ ns }) => ns)]);

  it('is what lines took by themselves', () => {
    expect(costs([caller(withSelf(4, 100, 20)), callee])).toEqual([
      ['self', 20],
      ['self', 80],
    ]);
  });

  it('is the time with callees in functions of which one line does not say its own', () => {
    const lines = [withSelf(3, 50, 10), lineOf({ line: 4, hits: 1, timeNs: 100 })];
    expect(costs([functionOf({ lines }), callee])).toEqual([
      ['with-callees', 50, 100],
      ['self', 80],
    ]);
  });

  it('is there without times only', () => {
    const untimed = profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
    expect(lineCostsOf(untimed)).toMatchObject([
      { timeIs: 'off', lines: [{ line: 5, text: 'sleep(1.2);', hits: 1, ns: 0, awaitNs: 0 }] },
    ]);
  });
});

describe('the remark on times', () => {
  const remark = (functions: readonly ProfiledFunction[]) => timeRemark(profileOf({ functions }));

  it('names the functions whose times overlap', () => {
    expect(remark([functionOf({ lines: [withSelf(5, 80, 80)] })])).toBe(
      'of the line itself, without the profiled functions that it calls and without suspension',
    );
    expect(remark([functionOf(), functionOf({ name: 'g\n'.repeat(100) })])).toMatch(
      /; but with them in slow, g␊g␊[g␊]{74,80}…, of which the profile does not say more, so that sums count those twice$/,
    );
  });
});

it('leaves out lines and functions that cost nothing', () => {
  const never = functionOf({ name: 'never', lines: [lineOf({ line: 5 })] });
  const once = functionOf({ lines: [lineOf({ line: 4 }), lineOf({ line: 5, hits: 1 })] });
  const functions = lineCostsOf(profileOf({ functions: [never, once] }));
  expect(functions.map(({ name, lines }) => [name, lines.length])).toEqual([['slow', 1]]);
});

it('tells versions of a file apart', () => {
  const files = [fileOf({ sha256: '0123456789' }), fileOf({ path: 'x.ts' }), fileOf({ sha256: 'abcdef0123' })];
  expect(distinctPaths({ files })).toEqual(['w.ts@01234567', 'x.ts', 'w.ts@abcdef01']);
});

it('tells functions of one name apart, within a file', () => {
  const functions = [
    functionOf({ name: '<anonymous>', line: 3 }),
    functionOf({ name: '<anonymous>', line: 7 }),
    functionOf({ name: 'f' }),
    functionOf({ name: 'f', file: 1 }),
  ];
  expect(distinctFunctionNames({ functions })).toEqual(['<anonymous>:3', '<anonymous>:7', 'f', 'f']);
});
