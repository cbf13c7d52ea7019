import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { withInlineMap, withSourceContent } from '../../src/launch/hook/inline-map.js';
import { mayHaveMarkedOriginal, sourceMapOf } from '../../src/launch/hook/source-map-of.js';

const folder = mkdtempSync(join(tmpdir(), 'kernts-maps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const map = { version: 3 as const, sources: ['a.ts'], names: [], mappings: 'AAAA', file: 'a.js' };
const path = join(folder, 'a.js');

it('reads a map from the file itself', () => {
  expect(sourceMapOf(path, withInlineMap('code', map))).toEqual({ map, url: pathToFileURL(path).href });
  const encoded = encodeURIComponent(JSON.stringify(map));
  expect(sourceMapOf(path, `code\n//# sourceMappingURL=data:application/json,${encoded}`)?.map).toEqual(map);
});

it('reads a map beside the file, by the last of several comments', () => {
  writeFileSync(join(folder, 'a b.map'), JSON.stringify(map));
  const source = 'x("//# sourceMappingURL=other.map")\n//# sourceMappingURL=a%20b.map\n';
  expect(sourceMapOf(path, source)).toEqual({ map, url: pathToFileURL(join(folder, 'a b.map')).href });
});

it.each([
  'code',
  '//# sourceMappingURL=nowhere.map',
  '//# sourceMappingURL=data:application/json,{',
  '//# sourceMappingURL=https://example.org/a.map',
])('finds none in %s', (source) => expect(sourceMapOf(path, source)).toBeNull());

it('tells whether an original may be marked', () => {
  const withMark = { ...map, sourcesContent: ['// @profile\nfunction f() {}'] };
  expect(mayHaveMarkedOriginal(path, withInlineMap('code', withMark))).toBe(true);
  expect(mayHaveMarkedOriginal(path, withInlineMap('code', map))).toBe(false);
  expect(mayHaveMarkedOriginal(path, 'code')).toBe(false);
});

it('adds the text of the source to a map', () => {
  const code = withSourceContent(withInlineMap('code', map), 'text');
  expect(sourceMapOf(path, code)?.map).toEqual({ ...map, sourcesContent: ['text'] });
  expect(withSourceContent('code', 'text')).toBe('code');
});
