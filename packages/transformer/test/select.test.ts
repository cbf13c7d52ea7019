/** Which functions are profiled, what they are called, and what is said about marks that mark nothing. */
import { describe, expect, it } from 'vitest';
import { type FileSelection, instrument, mayBeSelected } from '../src/index.js';

interface Case {
  readonly source: string;
  readonly selection?: FileSelection;
  readonly filename?: string;
}

function namesIn({ source, selection = { kind: 'marks' }, filename = '/case.ts' }: Case): string[] {
  const { description } = instrument(source, { filename, timing: 'exact', selection });
  return description?.functions.map(({ name }) => name) ?? [];
}

function remarksOn(source: string, filename = '/case.ts'): string[] {
  const { diagnostics } = instrument(source, { filename, timing: 'exact' });
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('names', () => {
  it.each([
    ['function f() {}', 'f'],
    ['const f = () => 1;', 'f'],
    ['const f = function g() {};', 'g'],
    ['const f = (() => 1) as unknown;', 'f'],
    ['const { f = () => 1 } = {};', 'f'],
    ['let f; f = () => 1;', 'f'],
    ['exports.f = () => 1;', 'f'],
    ['module.exports.f = () => 1;', 'f'],
    ['module.exports = () => 1;', 'exports'],
    ['Grid.prototype.step = function () {};', 'Grid.step'],
    ['const o = { f() {} };', 'f'],
    ['const o = { f: () => 1 };', 'f'],
    ["const o = { 'f-g'() {} };", 'f-g'],
    ['const o = { [f + 1]() {} };', '[f + 1]'],
    ['const o = { get f() { return 1; } };', 'f'],
    ['class C { f() {} }', 'C.f'],
    ['class C { #f() {} }', 'C.#f'],
    ['class C { static f = () => 1; }', 'C.f'],
    ['class C { constructor() {} }', 'C.constructor'],
    ['const C = class { f() {} };', 'C.f'],
    ['const C = class D { f() {} };', 'D.f'],
    ['export default function () {}', 'default'],
    ['export default () => 1;', 'default'],
    ['export default class { f() {} }', 'default.f'],
    ['namespace N { export function f() {} }', 'f'],
  ])('%s is %s', (source, name) => {
    expect(namesIn({ source, selection: { kind: 'all' } })).toContain(name);
  });

  it('qualifies what is written inside', () => {
    const source = 'function outer() { const inner = () => { class C { m() { const deep = () => 1; } } }; }';
    expect(namesIn({ source, selection: { kind: 'all' } })).toEqual([
      '<module>',
      'outer',
      'outer.inner',
      'outer.inner.C.m',
      'outer.inner.C.m.deep',
    ]);
  });
});

describe('marks', () => {
  it.each([
    ['// @profile\nfunction f() {}', ['f']],
    ['//@profile\nfunction f() {}', ['f']],
    ['/* @profile */ function f() {}', ['f']],
    ['/** @jsx h */ // @profile\nfunction f() {}', ['f']],
    ['// @profile\nclass C { x = g(); static y = g(); static {} f() {} }', ['C.<fields>', 'C.<static>', 'C.f']],
    ['class C {\n// @profile\n x = g(); y = g(); }', ['C.<fields>']],
    ['class C {\n// @profile\n x = () => g(); y = g(); }', ['C.x']],
    ['class C {\n// @profile\n static { g(); } }', ['C.<static>']],
    ['/**\n * Text.\n * @profile\n */\nfunction f() {}', ['f']],
    ['/** @profile slow one */\nfunction f() {}', ['f']],
    ['// @profile\n// more about it\nfunction f() {}', ['f']],
    ['// @profile\n\nfunction f() {}', ['f']],
    ['// @profile\nasync function* f() {}', ['f']],
    ['// @profile\nexport function f() {}', ['f']],
    ['export /* @profile */ function f() {}', ['f']],
    ['// @profile\nexport default function f() {}', ['f']],
    ['export default /* @profile */ () => 1;', ['default']],
    ['// @profile\nexport const f = () => 1, g = () => 2;', ['f', 'g']],
    ['export const f = /* @profile */ () => 1, g = () => 2;', ['f']],
    ['// @profile\nconst f = memo(() => () => 1);', ['<anonymous>']],
    ['// @profile\nmodule.exports = { f() {}, g: () => 1 };', ['f', 'g']],
    ['// @profile\nclass C { f() {} g = () => 1; get h() { return 1; } }', ['C.f', 'C.g', 'C.h']],
    ['// @profile\nexport class C { f() {} }', ['C.f']],
    ['// @profile\nexport default class { f() {} }', ['default.f']],
    ['// @profile\nexport abstract class C { abstract f(): void; g() {} }', ['C.g']],
    ['class C {\n// @profile\nf() {}\ng() {}\n}', ['C.f']],
    ['class C {\n// @profile\nstatic async f() {}\n}', ['C.f']],
    ['class C {\n// @profile\nf = () => 1;\n}', ['C.f']],
    ['class C {\n// @profile\nconstructor() {}\n}', ['C.constructor']],
    ['class C { @profile f() {} g() {} }', ['C.f']],
    ['class C { @profile f = () => 1; }', ['C.f']],
    ['class C { @profile static f() {} @profile get g() { return 1; } }', ['C.f', 'C.g']],
    ['class C {\n// @profile\n@other f() {}\n}', ['C.f']],
    ['class C {\n@other\n// @profile\nf() {}\n}', ['C.f']],
    ['// @profile\n@other\nclass C { f() {} }', ['C.f']],
    ['@other\n// @profile\nclass C { f() {} }', ['C.f']],
    ['const o = {\n// @profile\nf() {}, g() {} };', ['f']],
    ['const o = {\n// @profile\nf: () => 1, g: () => 2 };', ['f']],
    ['const o = { f: /* @profile */ () => 1 };', ['f']],
    ['call(/* @profile */ () => 1, () => 2);', ['<anonymous>']],
    ['call(\n// @profile\nfunction named() {},\n);', ['named']],
    ['const f = a ? /* @profile */ () => 1 : () => 2;', ['<anonymous>']],
    ['function f() {\n// @profile\nreturn () => 1;\n}', ['f.<anonymous>']],
    ['const f = /* @profile */ (() => 1);', ['f']],
    ['let f;\n// @profile\nf = () => 1;', ['f']],
    ['// @profile\nfunction f(a: string): void;\nfunction f(a: number): void;\nfunction f(a: unknown) {}', ['f']],
    ['class C {\n// @profile\nf(a: string): void;\nf(a: unknown) {}\n}', ['C.f']],
    ['// @profile\nexport function f(a: string): void;\nexport function f(a: unknown) {}', ['f']],
    ['namespace N {\n// @profile\nexport function f() {}\n}', ['f']],
    ['if (a) {\n// @profile\nfunction f() {}\n}', ['f']],
    ['// @profile\r\nfunction f() {}\r\n', ['f']],
    ['\uFEFF// @profile\nfunction f() {}', ['f']],
    ['#!/usr/bin/env node\n// @profile\nfunction f() {}', ['f']],
  ])('%j marks %j', (source, names) => {
    expect(namesIn({ source })).toEqual(names);
    expect(remarksOn(source)).toEqual([]);
  });

  it.each([
    ['no mark', 'function f() {}'],
    ['a longer word', '// @profiler\nfunction f() {}'],
    ['a longer tag', '// @profile-later\nfunction f() {}'],
    ['an address', '// me@profile\nfunction f() {}'],
    ['a string', "const text = '// @profile';\nfunction f() {}"],
    ['a template', 'const text = `\n// @profile\n`;\nfunction f() {}'],
    ['a regular expression', 'const re = /\\/\\/ @profile/;\nfunction f() {}'],
    ['a decorator of the program', 'import { profile } from "x";\nclass C { @profile f() {} }'],
    ['a decorator that is called', 'class C { @profile() f() {} }'],
    ['a decorator with more to it', 'class C { @profile.later f() {} }'],
  ])('%s is none', (_what, source) => {
    const { woven, code, diagnostics } = instrument(source, { filename: '/case.ts', timing: 'exact' });
    expect([woven, code, diagnostics]).toEqual([false, source, []]);
  });

  it.each([
    ['behind a statement', 'const a = 1; // @profile\nfunction f() {}', 'idle-mark 1:13'],
    ['before a statement that holds no function', '// @profile\nlet a = 1;', 'idle-mark 1:0'],
    ['at the end', 'function f() {}\n// @profile', 'idle-mark 2:0'],
    ['inside a body', 'function f() {\n  // @profile\n}', 'idle-mark 2:2'],
    ['before types', '// @profile\ninterface I {}', 'idle-mark 1:0'],
    ['behind a statement and a comment', 'const a = 1; /* b */ // @profile\nfunction f() {}', 'idle-mark 1:21'],
    ['in a text block of JSDoc', '/**\n * Text.\n * @profile\n */\nlet a = 1;', 'idle-mark 3:0'],
  ])('a mark %s is reported', (_where, source, remark) => {
    expect(namesIn({ source })).toEqual([]);
    expect(remarksOn(source)).toEqual([remark]);
  });

  it('an inner mark has a listing of its own', () => {
    const source = '// @profile\nfunction f() {\n  // @profile\n  const g = () => 1;\n  const h = () => 2;\n}';
    expect(namesIn({ source })).toEqual(['f', 'f.g']);
  });

  it('`ignore` takes out what it stands before and all that is inside', () => {
    const source = [
      '// @profile',
      'class C {',
      '  a() {}',
      '  // @profile ignore',
      '  b() { const inner = () => 1; }',
      '}',
    ].join('\n');
    expect(namesIn({ source })).toEqual(['C.a']);
  });
});

describe('`@profile file`', () => {
  const body = 'function f() { [1].map((x) => x); }\nconst g = () => 1;\n[2].map((x) => x);';

  it.each([
    `// @profile file\n${body}`,
    `/* @profile file */ ${body}`,
    `/**\n * Text.\n * @profile file\n */\n${body}`,
    `#!/usr/bin/env node\n// @profile file\n${body}`,
    `// @profile file\n'use strict';\n${body}`,
    `// @license\n\n// @profile file\n\n${body}`,
  ])('%j takes every function that has a name, and the module', (source) => {
    expect(namesIn({ source })).toEqual(['<module>', 'f', 'g']);
    expect(remarksOn(source)).toEqual([]);
  });

  it('counts only above the first statement, and says so', () => {
    const source = `let a = 1;\n// @profile file\n${body}`;
    expect(namesIn({ source })).toEqual([]);
    expect(remarksOn(source)).toHaveLength(1);
  });

  it('leaves out what is ignored', () => {
    const source = `// @profile file\n// @profile ignore\n${body}`;
    expect(namesIn({ source })).toEqual(['<module>', 'g']);
  });
});

describe('selections', () => {
  const source = [
    'class Grid { step() { const inner = () => 1; } static of() {} }',
    'function work() { [1].forEach(() => {}); }',
    '// @profile',
    'function marked() {}',
    'const o = { step() {} };',
  ].join('\n');

  it.each([
    [['work'], ['work', 'marked']],
    [['Grid.step'], ['Grid.step', 'marked']],
    [['Grid.step.inner'], ['Grid.step.inner', 'marked']],
    [['step'], ['marked', 'step']],
    [
      ['work', 'Grid.of'],
      ['Grid.of', 'work', 'marked'],
    ],
    [['absent'], ['marked']],
    [['<module>'], ['<module>', 'marked']],
  ])('%j chooses %j', (names, expected) => {
    expect(namesIn({ source, selection: { kind: 'functions', names } })).toEqual(expected);
  });

  it('chooses all', () => {
    const expected = ['<module>', 'Grid.step', 'Grid.step.inner', 'Grid.of', 'work', 'marked', 'step'];
    expect(namesIn({ source, selection: { kind: 'all' } })).toEqual(expected);
  });

  it('looks cheaply whether a source needs parsing', () => {
    expect(mayBeSelected('a }{ b', { kind: 'marks' })).toBe(false);
    expect(mayBeSelected('// @profile', { kind: 'marks' })).toBe(true);
    expect(mayBeSelected('', { kind: 'all' })).toBe(true);
    expect(mayBeSelected('', { kind: 'functions', names: ['f'] })).toBe(true);
  });

  it('never parses what cannot hold a mark', () => {
    expect(instrument('a }{ b', { filename: '/case.ts', timing: 'exact' }).woven).toBe(false);
  });
});

describe('where a listing begins and ends', () => {
  it('knows the line of the mark, of the function and of its end', () => {
    const source = '/**\n * Text.\n * @profile\n */\nexport const f = () => {\n  return 1;\n};';
    const { description } = instrument(source, { filename: '/case.ts', timing: 'exact' });
    expect(description?.functions).toEqual([{ name: 'f', markLine: 3, line: 5, endLine: 7 }]);
  });

  it('has no mark where a selector chose', () => {
    const source = '\nfunction f() {\n}';
    const { description } = instrument(source, {
      filename: '/case.ts',
      timing: 'exact',
      selection: { kind: 'functions', names: ['f'] },
    });
    expect(description?.functions).toEqual([{ name: 'f', markLine: null, line: 2, endLine: 3 }]);
  });
});

describe('what probes could change is left alone', () => {
  it.each([
    ['with', '// @profile\nfunction f(o) { with (o) { a; } }'],
    ['a direct eval', "// @profile\nfunction f() { eval('1'); }"],
    ['a direct eval in a function inside', "// @profile\nfunction f() { (() => eval('1'))(); }"],
  ])('%s', (_what, source) => {
    expect(namesIn({ source, filename: '/case.cjs' })).toEqual([]);
    expect(remarksOn(source, '/case.cjs')).toEqual(['left-alone 2:0']);
  });

  it.each([
    ['an indirect eval', "// @profile\nfunction f() { (0, eval)('1'); }"],
    ['a method of that name', "// @profile\nfunction f(o) { o.eval('1'); }"],
  ])('%s is no reason', (_what, source) => {
    expect(namesIn({ source, filename: '/case.cjs' })).toEqual(['f']);
  });
});

describe('a static block that disposes of something', () => {
  const withFunctions = (functions: string) => `// @profile\nclass C { static { using a = b; ${functions} } }`;

  it('is left alone where a name is declared twice', () => {
    const source = withFunctions('function g() {} function g() {}');
    expect(namesIn({ source })).toEqual([]);
    expect(remarksOn(source)).toEqual(['left-alone 2:10']);
  });

  it('is profiled where it is not', () => {
    expect(namesIn({ source: withFunctions('function g() {}') })).toEqual(['C.<static>']);
  });
});

describe('sources that cannot be parsed', () => {
  it('say where, with the lines around', () => {
    expect.assertions(2);
    try {
      instrument('// @profile\nfunction f( {\n}', { filename: '/case.ts', timing: 'exact' });
    } catch (error) {
      expect(error).toMatchObject({ name: 'SyntaxProblem', line: 3 });
      expect((error as { frame: string }).frame).toContain('> 3 | }');
    }
  });
});
