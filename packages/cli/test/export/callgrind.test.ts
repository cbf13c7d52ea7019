import { expect, it } from 'vitest';
import { callgrind } from '../../src/report/export/callgrind.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileNames, hostileProfile, hostileTotals } from './hostile-profile.js';

it('gives each line its time and hits, and their totals', () => {
  const second = functionOf({ name: 'fast', line: 1, lines: [lineOf({ line: 1, hits: 7, timeNs: 5.4 })] });
  const text = exported(callgrind, profileOf({ functions: [functionOf(), second] }));
  expect(text).toBe(`# callgrind format
version: 1
creator: kernts 1.2.3
cmd: w.ts
desc: Started: 2026-01-02T03:04:05.000Z
desc: Time: of the line itself, without the profiled functions that it calls and without suspension; but with them in slow, fast, of which the profile does not say more, so that sums count those twice
positions: line
event: ns : Time in nanoseconds
event: Hits : Times that the line began
events: ns Hits
summary: 1200138205 8

fl=(1) w.ts
fn=(1) slow
5 1200138200 1

fl=(1)
fn=(2) fast
1 5 7

totals: 1200138205 8
`);
});

/** The lines that the format knows, as far as kernts writes them. */
const grammar =
  /^(# .*|(version|creator|cmd|desc|positions|events?|summary|totals): .*|f[ln]=\(\d+\)( \S.*)?|\d+( \d+)+|)$/su;

it('keeps to the grammar whatever names contain', () => {
  const lines = exported(callgrind, hostileProfile()).split('\n');
  expect(lines.filter((line) => !grammar.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('fn='))).toHaveLength(hostileNames.length);
  expect(lines).toContain('fn=(6) (1)');
  expect(lines).toContain('fn=(2) f␊fn=(7) g␊5 99 99');
  expect(lines).toContain('fn=(11) ???');
  expect(lines).toContain(`totals: ${hostileTotals.ns} ${hostileTotals.hits}`);
});

it('has hits alone where no times were taken', () => {
  const text = exported(callgrind, profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } }));
  expect(text).toContain('\nevents: Hits\nsummary: 1\n');
  expect(text).toContain('\n5 1\n');
});

it('is a profile without costs when nothing ran', () => {
  expect(exported(callgrind, profileOf({ functions: [] }))).toMatch(/\nsummary: 0 0\n\ntotals: 0 0\n$/);
});

it('keeps versions of a file apart', () => {
  const files = [fileOf({ sha256: '11111111aa' }), fileOf({ sha256: '22222222bb' })];
  const text = exported(callgrind, profileOf({ files, functions: [functionOf(), functionOf({ file: 1 })] }));
  expect(text.match(/^fl=.*$/gm)).toEqual(['fl=(1) w.ts@11111111', 'fl=(2) w.ts@22222222']);
});

it('adds up beyond what a double counts', () => {
  const lines = [lineOf({ line: 4, hits: 1, timeNs: 2 ** 53 }), lineOf({ line: 5, hits: 1, timeNs: 1 })];
  const text = exported(callgrind, profileOf({ functions: [functionOf({ lines })] }));
  expect(text).toContain('\ntotals: 9007199254740993 2\n');
});
