/** Which statements are counted with one before them. */
import { expect, it } from 'vitest';
import { instrument } from '../src/index.js';

/** Lines, from 1, of the function's body that have no counter of their own. */
function followers(body: string, head = 'function f(g)'): number[] {
  const source = `// @profile\n${head} {\n${body}\n}`;
  const { description } = instrument(source, { filename: '/case.ts', timing: 'auto' });
  const { line, follower = [] } = description?.sites ?? { line: [] };
  return [...new Set(follower)].filter((site) => site !== 0).map((site) => (line[site] ?? 0) - 2);
}

it.each([
  ['statements in a row', 'g();\ng();\nlet x = 1;\ng(x);\nreturn x;', [2, 3, 4, 5]],
  ['the head of an `if` or a `switch`', 'g();\nif (g())\n  g();\ng();\nswitch (g()) {}', [2, 4, 5]],
  ['behind a declaration that does nothing', 'let x;\ng();\nlet y;\ng();', [2, 4]],
  ['with functions in between', 'g();\nfunction h() {}\ng();', [3]],
  ['behind a statement over several lines', 'g(\n  g(),\n  g(),\n);\ng();', [5]],
  ['behind branches that cannot jump away', 'if (g()) {\n  g();\n} else if (g()) throw g;\ng();', [4]],
  ['behind a loop, with what is before it', 'g();\nfor (;;) {\n  if (g()) break;\n  continue;\n}\ng();', [6]],
  [
    'behind loops of all kinds',
    'g();\nwhile (g()) g();\nfor (const x of g) break;\nfor (x in g);\ndo {} while (g());\ng();',
    [6],
  ],
  ['behind a `switch`', 'switch (g()) {\n  case 1:\n    break;\n  default:\n    g();\n}\ng();', [7]],
  ['behind a block', 'g();\n{\n  g();\n}\ng();', [5]],
  ['with the statement whose line the one before shares', 'g(); if (g())\n  g();\ng();', [3]],
  ['in a case', 'switch (g) {\n  case 1:\n    g();\n    g();\n  case 2:\n    g();\n    g();\n}', [4, 7]],
])('counted with a statement before: %s', (_, body, expected) => {
  expect(followers(body)).toEqual(expected);
});

it.each([
  ['behind `return`', 'if (g()) return;\ng();'],
  ['behind a jump out of a loop', 'for (;;) {\n  while (g()) {\n    if (g()) return;\n  }\n  g();\n}'],
  [
    'behind `break` and `continue`',
    'for (;;) {\n  if (g()) break;\n  while (g()) {\n    continue;\n  }\n  if (g) continue;\n  g();\n}',
  ],
  ['behind a jump to a label', 'a: {\n  for (;;) break a;\n  g();\n}\ng();'],
  ['behind `continue` in a `switch`', 'for (;;) {\n  switch (g) {\n    default: continue;\n  }\n  g();\n}'],
  ['behind a loop with nothing before it', 'while (g()) {}\ng();'],
  ['behind `try`', 'try { g(); } finally {}\ng();'],
  ['behind a branch with `try`', 'if (g()) {\n  try { g(); } catch {}\n}\ng();'],
  ['a loop, which is reached again', 'g();\nwhile (g()) {}'],
  ['`try`, which opens no line', 'g();\ntry { g(); } finally { g(); }'],
  ['with `using`', 'using x = g();\ng();\ng();'],
])('counted by itself: %s', (_, body) => {
  expect(followers(body)).toEqual([]);
});

it.each(['async function f(g)', 'function* f(g)', 'async function* f(g)'])(
  'never in `%s`, which may not go on',
  (head) => {
    expect(followers('g();\ng();', head)).toEqual([]);
  },
);

it('not where a frame may not tell which line is open', () => {
  expect(followers('g(() => { g();\n  g();\n});')).toEqual([]);
});

it('has a counter in each line where no line is published', () => {
  const source = '// @profile\nfunction f(g) {\n  g();\n  g();\n}';
  const counters = (timing: 'auto' | 'off') =>
    instrument(source, { filename: '/case.ts', timing }).code.match(/\+\+\$kh\[/g)?.length;
  expect([counters('auto'), counters('off')]).toEqual([1, 2]);
  expect(instrument(source, { filename: '/case.ts', timing: 'exact' }).description?.sites.follower).toBeUndefined();
});
