import type { ProfiledLine } from '@kernts/runtime';
import { describe, expect, it } from 'vitest';
import { distinctFunctionNames, distinctPaths } from '../../src/report/export/distinct-names.js';
import { lineCostsOf, timeMeaningOf } from '../../src/report/export/line-costs.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const withSelf = (line: number, timeNs: number, selfNs: number): ProfiledLine =>
  Object.assign(lineOf({ line, hits: 1, timeNs }), { selfNs });

describe('the time that may be added up', () => {
  const caller = (line: ProfiledLine) => functionOf({ name: 'caller', line: 1, lines: [line] });
  const callee = functionOf({ name: 'callee', line: 2, lines: [withSelf(5, 80, 80)] });

  it('is what lines took by themselves', () => {
    const { timeIs, functions } = lineCostsOf(profileOf({ functions: [caller(withSelf(4, 100, 20)), callee] }));
    expect(timeIs).toBe('self');
    expect(functions.map(({ lines }) => lines.map(({ line, ns }) => [line, ns]))).toEqual([[[4, 20]], [[5, 80]]]);
  });

  it('is the time with callees as soon as one line does not say its own', () => {
    const { timeIs, functions } = lineCostsOf(
      profileOf({ functions: [caller(lineOf({ line: 4, hits: 1, timeNs: 100 })), callee] }),
    );
    expect(timeIs).toBe('with-callees');
    expect(functions.map(({ lines }) => lines[0]?.ns)).toEqual([100, 80]);
  });

  it('is there without times only', () => {
    const untimed = profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } });
    expect(timeMeaningOf(untimed)).toBe('off');
    expect(lineCostsOf(untimed).functions[0]?.lines).toEqual([
      { line: 5, text: 'sleep(1.2);', hits: 1, ns: 0, awaitNs: 0 },
    ]);
  });
});

it('leaves out lines and functions that cost nothing', () => {
  const never = functionOf({ name: 'never', lines: [lineOf({ line: 5 })] });
  const once = functionOf({ lines: [lineOf({ line: 4 }), lineOf({ line: 5, hits: 1 })] });
  const { functions } = lineCostsOf(profileOf({ functions: [never, once] }));
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
