import { describe, expect, it, test } from 'vitest';
import { piecesOf } from '../../src/report/code-pieces.js';
import { byCalledName, calledNames } from '../../src/report/html/page/name-matches.js';

const called = (line: string, hasJsx = false) => calledNames(piecesOf([line], hasJsx)[0] ?? []);

test.each<[string, string[]]>([
  ['const x = parse(text) + parse (more);', ['parse']],
  ['grid.step(1)?.then(done)', ['step', 'then']],
  ['maybe?.(1); tag`a`; new Grid', ['maybe', 'tag', 'Grid']],
  ['this.#hidden()', ['#hidden']],
  ['function own() {}', []],
  ['if (a) return (b);', []],
  ['// parse(text)', []],
  ["'parse(text)' + `parse(x)`", []],
  ['const f = parse; parse.length', []],
  ['', []],
])('%s calls %j', (line, names) => expect(called(line)).toEqual(names));

test('an element is a call of its component', () => {
  expect(called('return <Row key={id(x)} />;', true)).toEqual(['Row', 'id']);
});

describe('functions are found', () => {
  const find = (names: readonly string[], name: string) =>
    byCalledName(names.map((one) => ({ name: one })))
      .get(name)
      ?.map((found) => found.name);

  it('by the last part of their name', () =>
    expect(find(['Grid.step', 'step'], 'step')).toEqual(['Grid.step', 'step']));
  it('by their class, where they construct it', () => {
    expect(find(['Grid.constructor'], 'Grid')).toEqual(['Grid.constructor']);
    expect(find(['Grid.constructor'], 'constructor')).toBeUndefined();
  });
  it('unless nobody can write their name', () => {
    expect(find(['<module>', 'Grid.<fields>'], '<module>')).toBeUndefined();
    expect(find(['Grid.<fields>'], '<fields>')).toBeUndefined();
  });
});
