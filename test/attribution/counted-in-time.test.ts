/**
 * Numbers of hits go once around at 2^32, and woven code sees to that where it counts calls and rounds of loops only. So
 * nothing else may be hit more often than these: each other counter stands in a function or in a round that counts itself.
 */
import { isFunction, isLoop, type Loop, type Node } from '@babel/types';
import type { TimingMode } from '@kernts/runtime';
import { describe, expect, it } from 'vitest';
import { parse } from '../../packages/transformer/src/parse.js';
import { childrenOf } from '../../packages/transformer/src/walk.js';
import { type Fixture, fixtures, weaveFixture, wovenName } from '../support/fixture.js';

/** `++$kh[5]` */
function isCounter(node: Node): boolean {
  return (
    node.type === 'UpdateExpression' &&
    node.argument.type === 'MemberExpression' &&
    /^\$k(\d+_)?h/.test(nameOf(node.argument.object))
  );
}

function nameOf(node: Node): string {
  if (node.type === 'LogicalExpression') return nameOf(node.left);
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return node.type === 'Identifier' ? node.name : '';
}

/** `++$kh[5]<<1`, or a probe that counts, which always looks. */
function isLookedAt(node: Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '<<' && isCounter(node.left);
  return node.type === 'CallExpression' && /^\$k(\d+_)?\.?[nupwclNUPWCL]$/.test(nameOf(node.callee));
}

/** Whether who runs the node comes past a counter that is looked at, unless it leaves early. */
function always(node: Node | null | undefined): boolean {
  if (node == null || isFunction(node) || node.type === 'ClassBody') return false;
  if (isLookedAt(node)) return true;
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return always(node.test) || (always(node.consequent) && always(node.alternate));
    case 'LogicalExpression':
      return always(node.left);
    case 'SwitchStatement':
      return always(node.discriminant);
    case 'TryStatement':
      return always(node.block) || always(node.finalizer);
    case 'ForStatement':
      return always(node.init) || always(node.test);
    case 'WhileStatement':
      return always(node.test);
    case 'ForInStatement':
    case 'ForOfStatement':
      return always(node.right);
    default:
      return childrenOf(node).some(always);
  }
}

function countsItsRounds(loop: Loop): boolean {
  const parts = [loop.body, 'test' in loop ? loop.test : null, 'update' in loop ? loop.update : null];
  return parts.some(always);
}

/** Counters that nothing looks at, and of these the ones that may be hit more often than what is looked at. */
function looseCounters({ source, file }: { readonly source: string; readonly file: string }) {
  const all: Node[] = [];
  const loose: Node[] = [];
  const visit = (node: Node, isBound: boolean) => {
    if (isLookedAt(node)) return;
    if (isCounter(node)) {
      all.push(node);
      if (!isBound) loose.push(node);
    }
    for (const child of childrenOf(node)) visit(child, boundIn(node, child, isBound));
  };
  visit(parse(source, file).program, false);
  return { all, loose };
}

/** Whether a child of the node is run no more often than something that is looked at. */
function boundIn(node: Node, child: Node, isBound: boolean): boolean {
  if (isLoop(node)) return isOnce(node, child) ? isBound : countsItsRounds(node);
  if (isFunction(node)) return always(node.body) || node.params.some(always);
  if (node.type === 'ClassBody') return always(child);
  return isBound || always(node);
}

/** What comes before the first round. */
function isOnce(loop: Loop, child: Node): boolean {
  return (loop.type === 'ForStatement' && child === loop.init) || ('right' in loop && child === loop.right);
}

function counters(fixture: Fixture, timing: TimingMode) {
  return looseCounters({ source: weaveFixture(fixture, timing).code, file: wovenName(fixture) });
}

describe.each(['auto', 'exact', 'off'] as const)('with --timing %s', (timing) => {
  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s looks in time', (_, fixture) => {
    expect(counters(fixture, timing).loose.map(({ loc }) => loc?.start)).toEqual([]);
  });
});

it('finds what nobody looks at', () => {
  const found = (source: string) => looseCounters({ source, file: 'case.js' }).loose.length;
  expect(found('function f() { ++$kh[2]; }')).toBe(1);
  expect(found('function f() { ++$kh[1]<<1||$k.g(); ++$kh[2]; }')).toBe(0);
  expect(found('function f() { ++$kh[1]<<1||$k.g(); for (;;) { ++$kh[2]; } }')).toBe(1);
  expect(found('function f() { ++$kh[1]<<1||$k.g(); for (;;) { ++$kh[2]<<1||$k.g(); ++$kh[3]; } }')).toBe(0);
  expect(found('function f() { ++$kh[1]<<1||$k.g(); for (;;) { if (a) ++$kh[2]<<1||$k.g(); ++$kh[3]; } }')).toBe(1);
  const all = fixtures.reduce((sum, fixture) => sum + counters(fixture, 'off').all.length, 0);
  expect(all).toBeGreaterThan(1_000);
});
