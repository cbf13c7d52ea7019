/** Which lines begin without looking who is on top, because nothing was called since a line of the same activation began. */
import { expect, it } from 'vitest';
import { instrument } from '../src/index.js';

/** Lines, from 1, of the function's body whose woven code matches. */
function linesWith(pattern: RegExp, body: string): number[] {
  const source = `// @profile\nfunction f(g, o, ...p) {\n${body}\n}`;
  const { code } = instrument(source, { filename: '/case.ts', timing: 'auto' });
  const lines = code.split('\n').slice(2, -3);
  return lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
}

const quietLines = (body: string) => linesWith(/\$kd>0\?\$ks/, body);
const lookingLines = (body: string) => linesWith(/\$ko\[0\]===\$kd\?\$ks/, body);

it.each([
  ['statements in a row', 'let a = o.x;\na += 1;\no[a] = -a;\nlet b;\nif (a > 2)\n  b = `x`;\nb;', [2, 3, 5, 6, 7]],
  [
    'behind what is only written',
    'let a = { b() {}, c: () => g(), d: [g, /x/] };\na = function () { g(); };\na;',
    [2, 3],
  ],
  ['behind functions', 'let a = 1;\nfunction h() { g(); }\na;', [3]],
  ['behind types', 'let a = o as { x: number };\na = <any>o!;\na;', [2, 3]],
  ['behind patterns of objects', 'const { a, b: { c = 1 } = {} } = o;\nc;', [2]],
  ['behind branches', 'o.x = 1;\nif (o.x) {\n  o.x = 2;\n} else if (o.y)\n  o.x = 3;\no.x;', [2, 3, 4, 5, 6]],
  ['in a loop', 'let s = 0;\nfor (let i = 0; i < 9; i++) {\n  s += i;\n  s *= 2;\n}', [2, 4]],
  ['behind a line that looks', 'g();\no.x;\no.y;', [3]],
  ['behind statements on the line of a line that looks', 'g();\no.x; o.y;\no.z;', [3]],
])('begins quietly: %s', (_, body, expected) => {
  expect(quietLines(body)).toEqual(expected);
});

it.each([
  ['behind calls', 'g();\no.g();\no?.g();\nnew g();\ng`x`;\nimport(o);\no;', [2, 3, 4, 5, 6, 7]],
  ['behind steps of an iterator', 'const [a] = o;\n[...a];\n({ ...a });\no;', [2, 3, 4]],
  ['behind a class', 'class A { static a = g(); }\no;', [2]],
  ['behind a default that calls', 'const { a = g() } = o;\no;', [2]],
  ['behind a name that is computed', 'const a = { [g()]() {} };\no;', [2]],
  ['behind a branch that calls', 'o;\nif (o)\n  g();\no;', [4]],
  ['in a branch behind a test that calls', 'o;\nif (g())\n  o;\nelse\n  o;', [3, 5]],
  ['behind a call on the same line', 'g(); o;\no;', [2]],
  ['behind a call that another statement follows on its line', 'o;\ng(); o.x;\no;', [3]],
  ['where a round begins', 'o;\nwhile (o.x) {\n  o.x--;\n}\nfor (let i = 9; i; i--)\n  o.x++;', [3, 5, 6]],
  ['in a loop over steps', 'o;\nfor (const x of o) {\n  o;\n}', [2, 3]],
  ['behind loops', 'o;\nwhile (o.x) {\n  o.x--;\n}\no;', [3, 5]],
  ['in a case', 'o;\nswitch (o.x) {\n  case 1:\n    o;\n}', [4]],
  ['behind `try`', 'o;\ntry {\n  o.x;\n} catch {}\no;', [3, 5]],
  ['behind a label', 'o;\na: {\n  if (o) break a;\n}\no;', [3, 5]],
])('looks: %s', (_, body, expected) => {
  expect(lookingLines(body)).toEqual(expected);
});
