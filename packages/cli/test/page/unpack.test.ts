import type { Profile } from '@kernts/runtime';
import { expect, test } from 'vitest';
import { reportFrom } from '../../src/profile/rows.js';
import { everything } from '../../src/profile/selection.js';
import { packListing } from '../../src/report/html/pack.js';
import { unpackRows } from '../../src/report/html/page/unpack.js';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

const full = lineOf({ line: 5, hits: 7, timeNs: 700, awaitNs: 3, maxNs: 400, uncertainNs: 2 });
const sampled = { ...lineOf({ line: 6, hits: 9, timeNs: 90, maxNs: 0 }), samples: 4, standardErrorNs: 45 };

test.each<[string, Profile]>([
  ['numbers of all kinds', profileOf({ functions: [functionOf({ totalNs: 1000, lines: [full, sampled] })] })],
  [
    'lines without source',
    profileOf({ files: [fileOf({ source: null })], functions: [functionOf({ lines: [full], totalNs: 1000 })] }),
  ],
  [
    'an empty line at the end',
    profileOf({ files: [fileOf({ source: '\n\n\n\n\n' })], functions: [functionOf({ lines: [] })] }),
  ],
  [
    'a line without hits and a total of nothing',
    profileOf({ functions: [functionOf({ totalNs: 0, lines: [lineOf({ line: 5, timeNs: 5 })] })] }),
  ],
])('rows come back as they were: %s', (_, profile) => {
  const report = reportFrom(profile, everything);
  for (const listing of report.listings) expect(unpackRows(packListing(listing, report))).toEqual(listing.rows);
});

test('lines with gaps keep their numbers', () => {
  const lines = [lineOf({ line: 2, hits: 1 }), lineOf({ line: 3, hits: 1 }), lineOf({ line: 900, hits: 1 })];
  const profile = profileOf({ files: [fileOf({ source: null })], functions: [functionOf({ line: 1, lines })] });
  const report = reportFrom(profile, everything);
  const packed = report.listings.map((listing) => packListing(listing, report));
  expect(packed[0]?.runs).toEqual([
    [2, 2],
    [900, 1],
  ]);
  expect(packed.flatMap(unpackRows).map(({ line }) => line)).toEqual([2, 3, 900]);
});
