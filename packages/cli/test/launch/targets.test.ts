import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { selectionFor, type Target } from '../../src/launch/hook/targets.js';

const at = (...parts: readonly string[]) => join(sep, 'work', ...parts);
const marks = { kind: 'marks' };
const all = { kind: 'all' };

it('looks for marks in every file but those of installed packages', () => {
  expect(selectionFor([], at('src', 'a.ts'))).toEqual(marks);
  expect(selectionFor([], at('node_modules', 'dep', 'index.js'))).toBeNull();
});

it('takes the whole of a file that is named', () => {
  const targets: readonly Target[] = [
    { kind: 'file', path: at('a.ts'), functions: null },
    { kind: 'files', paths: [at('b.ts'), at('c.ts')] },
  ];
  expect(['a.ts', 'b.ts', 'c.ts', 'd.ts'].map((name) => selectionFor(targets, at(name)))).toEqual([
    all,
    all,
    all,
    marks,
  ]);
});

it('gathers the functions that are named in one file, unless the whole of it is', () => {
  const one: Target = { kind: 'file', path: at('a.ts'), functions: ['one'] };
  const two: Target = { kind: 'file', path: at('a.ts'), functions: ['Class.two'] };
  const whole: Target = { kind: 'file', path: at('a.ts'), functions: null };
  expect(selectionFor([one, two], at('a.ts'))).toEqual({ kind: 'functions', names: ['one', 'Class.two'] });
  expect(selectionFor([one, whole], at('a.ts'))).toEqual(all);
});

it('takes a package where it lies, in every copy, and without the packages inside it', () => {
  const dep: Target = { kind: 'package', name: '@scope/dep', folder: at('packages', 'dep', sep) };
  const selected = (...parts: readonly string[]) => selectionFor([dep], at(...parts));
  expect(selected('packages', 'dep', 'src', 'a.ts')).toEqual(all);
  expect(selected('packages', 'depot', 'a.ts')).toEqual(marks);
  expect(selected('packages', 'dep', 'node_modules', 'other', 'a.js')).toBeNull();
  expect(selected('node_modules', 'other', 'node_modules', '@scope', 'dep', 'a.js')).toEqual(all);
  expect(selected('node_modules', '@scope', 'other', 'a.js')).toBeNull();
});
