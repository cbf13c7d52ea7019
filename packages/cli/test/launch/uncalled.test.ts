import { expect, it } from 'vitest';
import { toOriginal } from '../../src/launch/parent/to-original.js';
import { withUncalled } from '../../src/launch/parent/uncalled.js';
import { fileOf, functionOf, profileOf } from '../sample-profile.js';

const described = {
  path: '/project/a.ts',
  sha256: 'a',
  functions: [{ name: 'f', markLine: 1, line: 2, endLine: 5 }],
  sites: { line: [0, 4, 3, 3], column: [0, 2, 2, 8], fn: [0, 0, 0, 0] },
  originals: null,
};

it('lists functions that nobody called, with all their lines', () => {
  const profile = withUncalled(profileOf({ files: [], functions: [] }), [described]);
  expect(profile.files).toEqual([{ path: '/project/a.ts', sha256: 'a', source: null }]);
  const unhit = { hits: 0, timeNs: 0, awaitNs: 0, maxNs: 0 };
  expect(profile.functions).toEqual([
    {
      name: 'f',
      markLine: 1,
      line: 2,
      endLine: 5,
      file: 0,
      calls: 0,
      totalNs: 0,
      lines: [
        { line: 3, ...unhit },
        { line: 4, ...unhit },
      ],
    },
  ]);
});

it('adds nothing to a file that the runtime has heard of', () => {
  const profile = profileOf({ files: [fileOf({ path: '/project/a.ts', sha256: 'a' })] });
  expect(withUncalled(profile, [described])).toEqual(profile);
});

it('hands functions to their originals and drops those that have none', () => {
  const compiled = fileOf({ path: '/project/bundle.js', sha256: 'b' });
  const original = fileOf({ path: '/project/a.ts', sha256: 'a' });
  const functions = ['0:f', '-1:helper'].map((name) => functionOf({ name, file: 0 }));
  const profile = profileOf({ files: [compiled], functions });
  const moved = toOriginal(profile, () => [original]);
  expect(moved.files).toEqual([original]);
  expect(moved.functions).toEqual([functionOf({ name: 'f', file: 0 })]);
  expect(toOriginal(profile, () => null)).toEqual(profile);
});
