import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csv } from '../../src/report/export/csv.js';
import { visible } from '../../src/visible-text.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';
import { exported } from './exported.js';
import { hostileNames, hostileProfile } from './hostile-profile.js';

const read = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: '\r\n' });

it('has a record per line that ran', () => {
  const lines = [
    lineOf({ line: 5, hits: 2, timeNs: 60, maxNs: 40, samples: 3, standardErrorNs: 1.5 }),
    lineOf({ line: 6 }),
  ];
  const text = exported(csv, profileOf({ functions: [functionOf({ totalNs: 80, lines })] }));
  expect(text.startsWith('path,function,function_line,line,hits,time_ns,')).toBe(true);
  expect(read(text)).toEqual([
    {
      path: 'w.ts',
      function: 'slow',
      function_line: '3',
      line: '5',
      hits: '2',
      time_ns: '60',
      self_ns: '',
      per_hit_ns: '30',
      share: '0.75',
      await_ns: '0',
      max_ns: '40',
      uncertain_ns: '0',
      standard_error_ns: '1.5',
      await_error_ns: '0',
      source: '  sleep(1.2);',
    },
  ]);
});

it('leaves times empty where none were taken', () => {
  const [record] = read(exported(csv, profileOf({ timing: { mode: 'off', probeCostNs: 0, readings: 0 } })));
  expect(record).toMatchObject({ hits: '1', time_ns: '', share: '', standard_error_ns: '' });
});

it('gives names back, with an apostrophe before what a spreadsheet would run', () => {
  const names = read(exported(csv, hostileProfile())).map((record) => record.function);
  expect(names).toEqual(hostileNames.map(visible).map((name) => (/^[=+\-@\t]/.test(name) ? `'${name}` : name)));
});

it('tells versions of a file apart', () => {
  const files = [fileOf({ sha256: '0123456789' }), fileOf({ sha256: 'abcdef0123' })];
  const records = read(exported(csv, profileOf({ files, functions: [functionOf(), functionOf({ file: 1 })] })));
  expect(records.map(({ path }) => path)).toEqual(['w.ts@01234567', 'w.ts@abcdef01']);
});

it('is a header alone when nothing ran', () => {
  expect(exported(csv, profileOf({ functions: [] }))).toMatch(/^path,[a-z_,]+,source\r\n$/);
});
