import { expect, test } from 'vitest';
import { mayHaveJsx, piecesOf } from '../src/report/code-pieces.js';

const kinds = (lines: readonly string[], hasJsx = false) =>
  piecesOf(lines, hasJsx).map((pieces) =>
    pieces.filter(({ text }) => text.trim() !== '').map(({ kind, text }) => `${kind} ${text}`),
  );

test('words of the language', () => {
  expect(kinds(["const x = 'a' + 1; // sum"])).toEqual([
    ['keyword const', 'name x', 'plain =', "string 'a'", 'plain +', 'number 1', 'plain ;', 'comment // sum'],
  ]);
});

test('a property may be called as a keyword', () => expect(kinds(['x.delete']).flat()).toContain('name delete'));

test('what spans lines has a piece on each', () => {
  expect(kinds(['/* a', ' b */ `c', 'd`'])).toEqual([['comment /* a'], ['comment  b */', 'string `c'], ['string d`']]);
});

test('a cast is no element', () => {
  expect(mayHaveJsx('a.ts')).toBe(false);
  expect(kinds(["const x = <T>(y); 'z'"]).flat()).toContain("string 'z'");
});

test.each(['a.tsx', 'a.jsx', 'a.js', 'a.mjs'])('%s may have elements', (path) => expect(mayHaveJsx(path)).toBe(true));

test.each([
  ['nothing', ['']],
  ['lines that do not end', ["'open", '`open', '/* open']],
  ['another language', ['def f(x):', '    return "\\', '\0\u2028 <<<>>> ```']],
])('no text is lost of %s', (_, lines) => {
  const texts = piecesOf(lines, true).map((pieces) => pieces.map(({ text }) => text).join(''));
  expect(texts).toEqual(lines);
});
