/**
 * The third witness: the program's own trace. Where the first thing that runs on a line logs its number, and nothing
 * before that can throw, the line has as many hits as the trace has entries of that number.
 */
import type { CallExpression, Node } from '@babel/types';
import { exactly, type Range } from '../support/expected-hits.js';
import type { SiteLine, SiteNode } from '../support/site-nodes.js';

/** Entries by number; `>` before the number are steps of an iterator. */
export function countsIn(trace: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of trace) {
    const key = /^(?:#|>)\d+/.exec(entry)?.[0];
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function numberOf({ callee, arguments: [id] }: CallExpression, names: readonly string[]): string | null {
  if (callee.type !== 'Identifier' || !names.includes(callee.name)) return null;
  return id?.type === 'NumericLiteral' ? String(id.value) : null;
}

/** Nothing happens when it is evaluated. */
function isQuiet(node: Node): boolean {
  return node.type.endsWith('Literal') && node.type !== 'TemplateLiteral';
}

/** Number of the call that runs first. */
function firstOf(node: Node | null | undefined): string | null {
  if (node == null) return null;
  switch (node.type) {
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier') return firstOf(node.callee);
      // Another function's name may be in its dead zone.
      const number = numberOf(node, ['v', 'log']);
      const loud = node.arguments.find((argument) => !isQuiet(argument));
      return number === null || loud === undefined ? number : firstOf(loud);
    }
    case 'BinaryExpression':
    case 'LogicalExpression':
      return node.left.type === 'PrivateName' ? null : firstOf(node.left);
    case 'MemberExpression':
      return firstOf(node.object);
    case 'ConditionalExpression':
      return firstOf(node.test);
    case 'SequenceExpression':
    case 'TemplateLiteral':
      return firstOf(node.expressions[0]);
    case 'ArrayExpression':
      return firstOf(node.elements[0]);
    case 'ParenthesizedExpression':
    case 'ExpressionStatement':
      return firstOf(node.expression);
    case 'UnaryExpression':
      return node.operator === 'delete' ? null : firstOf(node.argument);
    case 'AwaitExpression':
    case 'ReturnStatement':
    case 'ThrowStatement':
      return firstOf(node.argument);
    case 'AssignmentExpression':
      return node.operator === '=' && node.left.type === 'Identifier' ? firstOf(node.right) : null;
    case 'VariableDeclaration': {
      const [first] = node.declarations;
      return first?.id.type === 'Identifier' ? firstOf(first.init) : null;
    }
    case 'IfStatement':
      return firstOf(node.test);
    case 'SwitchStatement':
      return firstOf(node.discriminant);
    default:
      return null;
  }
}

function keyOf(site: SiteNode): string | null {
  const logged = (node: Node | null | undefined) => {
    const id = firstOf(node);
    return id === null ? null : `#${id}`;
  };
  switch (site.kind) {
    case 'statement':
    case 'value':
    case 'operand':
      return logged(site.node);
    case 'update':
      return site.loop.type === 'ForStatement' ? logged(site.loop.update) : null;
    case 'header': {
      const { loop } = site;
      if (loop.type === 'ForInStatement') return null;
      if (loop.type !== 'ForOfStatement') return logged(loop.test);
      const id = loop.right.type === 'CallExpression' ? numberOf(loop.right, ['items', 'aitems']) : null;
      return id === null ? null : `>${id}`;
    }
    default:
      return null;
  }
}

export function expectedByTrace({ site }: SiteLine, counts: ReadonlyMap<string, number>): Range | null {
  const key = keyOf(site);
  return key === null ? null : exactly(counts.get(key) ?? 0);
}
