import { expect, it } from 'vitest';
import { compareProfiles } from '../../src/profile/diff/compare.js';
import { diffPage } from '../../src/report/html/diff-page.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';

it.each([
  ['Total of own times', '100 ms → 100 ms', { selfNs: 10e6 }],
  ['Total of the functions in both, calls among them twice', '190 ms → 190 ms', {}],
])('says what its Total adds up: %s', (label, times, own) => {
  const outer = functionOf({ name: 'outer', totalNs: 100e6, lines: [lineOf({ line: 5, timeNs: 100e6, ...own })] });
  const inner = functionOf({
    name: 'inner',
    totalNs: 90e6,
    lines: [lineOf({ line: 5, timeNs: 90e6, selfNs: 90e6 })],
  });
  const profile = profileOf({ functions: [outer, inner] });
  const comparison = compareProfiles(profile, profile, { functions: [], files: [] });
  if (comparison === null) throw new Error('nothing in common');
  const [total] = diffPage(comparison, { before: 'a', after: 'b' }).facts;
  expect(total).toEqual({ label, text: times });
});
