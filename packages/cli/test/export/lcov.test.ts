import { expect, it } from 'vitest';
import { lcov } from '../../src/report/export/lcov.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileNames, hostileProfile } from './hostile-profile.js';

it('has hits of functions and lines, also those that never ran', () => {
  const fn = functionOf({ calls: 2, lines: [lineOf({ line: 5, hits: 3 }), lineOf({ line: 6 })] });
  expect(exported(lcov, profileOf({ functions: [fn] }))).toBe(`TN:
SF:w.ts
FN:4,slow
FNDA:2,slow
FNF:1
FNH:1
DA:5,3
DA:6,0
LF:2
LH:1
end_of_record
`);
});

it('counts a line of several functions once, with the most hits', () => {
  const one = (hits: number) => functionOf({ name: `f${hits}`, lines: [lineOf({ line: 5, hits })] });
  expect(exported(lcov, profileOf({ functions: [one(3), one(8), one(2)] }))).toMatch(/\nDA:5,8\nLF:1\nLH:1\n/);
});

it('has a record per file and version', () => {
  const files = [fileOf(), fileOf({ path: 'a.ts' }), fileOf({ sha256: 'bb' })];
  expect(exported(lcov, profileOf({ files })).match(/^SF:.*$/gm)).toEqual(['SF:w.ts@aa', 'SF:a.ts', 'SF:w.ts@bb']);
});

it('keeps its lines apart whatever names contain', () => {
  const lines = exported(lcov, hostileProfile()).trimEnd().split('\n');
  expect(
    lines.filter((line) => !/^(TN:|SF:.+|FN(DA)?:\d+,.*|[FL]N?[FH]:\d+|DA:\d+,\d+|end_of_record)$/su.test(line)),
  ).toEqual([]);
  expect(lines.filter((line) => line.startsWith('FN:'))).toHaveLength(hostileNames.length);
});
