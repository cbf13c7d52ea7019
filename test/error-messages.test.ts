/**
 * V8 quotes the source in many of its errors, so a probe in the wrong place can be read there. Every expression that
 * fails is put into every place that an expression can have, and the errors of the plain and the woven program are
 * compared.
 */
import vm from 'node:vm';
import { instrument } from '@kernts/transformer';
import { beforeAll, expect, it } from 'vitest';
import { installTestRuntime } from './support/install-test-runtime.js';

const NAMES = 'let u, n = 5, o = { f() { return o; }, g() {} }, a, b = 1, x = {}; const f = () => 7;';

const EXPRESSIONS = [
  'u.x',
  'u.x.y',
  'u()',
  'o.m()',
  'o.m.n()',
  'o.m`t`',
  'new u()',
  'new o.m()',
  '[...u]',
  'Math.max(...u)',
  'f(...n)',
  'u[Symbol.iterator]',
  'o.x.y.z',
  'f()()',
  'f().g()',
  '(u).x',
  '(0, u)()',
  'o?.x.y',
  'u?.()',
  'o.m?.x.y',
  'o["m"]()',
  'o[f()]()',
  '5()',
  '({}).x()',
  'class A extends n {}',
  'n in u',
  'x instanceof n',
  '[a, b] = u',
  '({ a } = u)',
  '({ a: { b } } = o)',
  'a = b.c.d',
  'delete u.x',
  `\`\${u.x}\``,
  '1n + 1',
  'o.x.y = 1',
  'f(u.x, 1)',
  '({ [u.x]: 1 })',
  '({ ...u.x })',
  'u.x ? 1 : 2',
  'u.x || 1',
  '(1, u.x)',
  '!u.x',
  '1 + u.x',
  'await u.x',
  'await u',
  'await u()',
  'yield u.x',
  'JSON.parse("{")',
  '[].reduce(f)',
  'unknown.y',
  'tdz',
  'tdz.x',
  'tdz()',
];

const PLACES: readonly ((e: string) => string)[] = [
  (e) => `${e};`,
  (e) => `return ${e};`,
  (e) => `return (\n${e});`,
  (e) => `throw ${e};`,
  (e) => `const v =\n${e};`,
  (e) => `let [v] = ${e};`,
  (e) => `let { v } = ${e};`,
  (e) => `const {\nv\n} = ${e};`,
  (e) => `if (${e}) f();`,
  (e) => `while (${e}) break;`,
  (e) => `for (const v of ${e}) f();`,
  (e) => `for (const v in ${e}) f();`,
  (e) => `for (const [v] of [${e}]) f();`,
  (e) => `for (${e};;) break;`,
  (e) => `for (let i = 0; i < 1; ${e}) i++;`,
  (e) => `do { if (n++ > 8) break; } while (${e});`,
  (e) => `switch (${e}) { case 1: }`,
  (e) => `switch (1) { case ${e}: }`,
  (e) => `f(\n1,\n${e},\n2);`,
  (e) => `o\n.f(\n${e});`,
  (e) => `o\n.f()\n.g(${e});`,
  (e) => `f(\n...${e});`,
  (e) => `[\n...${e}];`,
  (e) => `(\n${e})();`,
  (e) => `(\n${e}).y.z;`,
  (e) => `a =\n${e};`,
  (e) => `a = [\n1,\n${e}];`,
  (e) => `a = {\nx: 1,\ny: ${e}};`,
  (e) => `a = 1 +\n${e};`,
  (e) => `a = b\n? ${e}\n: 1;`,
  (e) => `a ??= ${e};`,
  (e) => `try { ${e}; } finally { f(); }`,
  (e) => `[1].map(() =>\n${e});`,
  (e) => `class K { x = ${e}; } new K();`,
  (e) => `class K { static x = [\n${e}]; }`,
  (e) => `((p =\n${e}) => p)();`,
  (e) => `var { q =\n${e} } = {};`,
];

const KINDS = ['function', 'async function', 'function*', 'async function*'] as const;

/** What needs a certain kind of function is tried in all that allow it, everything else in the first and the last. */
function isTriedIn(kind: (typeof KINDS)[number], expression: string): boolean {
  return kind === 'function' || kind === 'async function*' || /await|yield/.test(expression);
}

/** Where a probe stands around what was awaited or yielded, V8 calls it otherwise; `known-differences.md` says so. */
const OTHERWISE = /^(let \[v\] = |for \(const v of )(await|yield)/;

interface Case {
  readonly text: string;
  readonly code: string;
}

function isValid(code: string): boolean {
  try {
    new vm.Script(`(${code})`);
    return true;
  } catch {
    return false;
  }
}

const cases: readonly Case[] = KINDS.flatMap((kind) =>
  EXPRESSIONS.filter((expression) => isTriedIn(kind, expression)).flatMap((expression) =>
    PLACES.map((place) => {
      const text = place(expression);
      return { text: `${kind}: ${text}`, code: `${kind} () {${NAMES}\n${text}\nlet tdz;\n}` };
    }),
  ),
).filter(({ text, code }) => !OTHERWISE.test(text.replace(/^[^:]*: /, '')) && isValid(code));

type Body = (this: unknown) => unknown;

/** Runs a body to its end, whatever kind of function it is; what it threw. */
async function errorOf(body: Body): Promise<string> {
  try {
    const result = body.call({}) as { next?: (value: number) => unknown } | undefined;
    if (typeof result?.next !== 'function') await result;
    else for (let i = 0; i < 4; i++) if (((await result.next(i)) as { done: boolean }).done) break;
    return 'nothing';
  } catch (error) {
    return String(error);
  }
}

async function errorsOf(code: string): Promise<string[]> {
  const bodies = vm.runInThisContext(`(() => {${code}\nreturn globalThis.bodies})()`, {
    filename: 'bodies.js',
  }) as readonly Body[];
  const errors: string[] = [];
  for (const body of bodies) errors.push(await errorOf(body));
  return errors;
}

const source = `globalThis.bodies = [\n${cases.map(({ code }) => code).join(',\n')}\n];`;
let plain: readonly string[];

beforeAll(async () => {
  installTestRuntime({ timing: 'auto' });
  plain = await errorsOf(source);
});

it('has many cases that fail', () => {
  expect(plain.filter((error) => error !== 'nothing').length).toBeGreaterThan(3000);
});

it.each(['auto', 'exact', 'off'] as const)('leaves the words of errors (%s)', async (timing) => {
  const woven = instrument(source, { filename: `${timing}.js`, timing, selection: { kind: 'all' } });
  const errors = await errorsOf(woven.code);
  const differences = cases.flatMap(({ text }, at) =>
    errors[at] === plain[at] ? [] : [[text, plain[at], errors[at]]],
  );
  expect(differences).toEqual([]);
});
