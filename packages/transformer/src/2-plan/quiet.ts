/**
 * Whether anything was called on the way to a statement. What is on top of the runtime's stack when a line begins is there
 * until something is called: what that has put on top may be left there, by an exception that code which is not woven
 * catches. Getters and conversions are not looked for: the next line behind a call, the next round, or the end of the
 * activation takes off what they left.
 */
import type { NodePath } from '@babel/traverse';
import { type Node, VISITOR_KEYS } from '@babel/types';
import { isWrapper } from '../walk.js';
import { outermost, previousStatement } from './lines.js';

/** They call nothing, whatever they hold: a function's body does not run where it is written. */
const SILENT = new Set<Node['type']>([
  'Identifier',
  'PrivateName',
  'ThisExpression',
  'Super',
  'MetaProperty',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'NullLiteral',
  'BigIntLiteral',
  'RegExpLiteral',
  'TemplateElement',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'EmptyStatement',
  'BreakStatement',
  'ContinueStatement',
]);

/** They call what their parts call. Not loops: behind a loop, V8 makes better code of a line that looks. */
const AS_ITS_PARTS = new Set<Node['type']>([
  'MemberExpression',
  'OptionalMemberExpression',
  'UnaryExpression',
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'UpdateExpression',
  'AssignmentExpression',
  'SequenceExpression',
  'ArrayExpression',
  'ObjectExpression',
  'ObjectProperty',
  'ObjectMethod',
  'ObjectPattern',
  'AssignmentPattern',
  'TemplateLiteral',
  'ExpressionStatement',
  'VariableDeclaration',
  'VariableDeclarator',
  'IfStatement',
  'BlockStatement',
  'ReturnStatement',
]);

/** Whether nothing is called in the node. */
export function isQuiet(node: Node | null | undefined): boolean {
  if (node == null || SILENT.has(node.type)) return true;
  if (isWrapper(node)) return isQuiet(node.expression);
  if (node.type === 'ObjectMethod') return !node.computed || isQuiet(node.key);
  if (!AS_ITS_PARTS.has(node.type) || (node.type === 'VariableDeclaration' && /using$/.test(node.kind))) return false;
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  return (VISITOR_KEYS[node.type] ?? []).every((key) => [fields[key]].flat().every(isQuiet));
}

/** Whether nothing was called since the activation was on top. `onTop` holds the statements before which it is. */
export function comesQuietly(path: NodePath, onTop: ReadonlySet<Node>): boolean {
  const outer = outermost(path);
  const previous = previousStatement(outer);
  if (previous !== null) return onTop.has(previous) && isQuiet(previous);
  const parent = outer.parentPath;
  const holder = parent?.isBlockStatement() ? parent.parentPath : parent;
  return holder != null && onTop.has(holder.node) && isQuietHeader(holder.node);
}

/** Of what leads to the first statement in its body, in each round. */
function isQuietHeader(node: Node): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'WhileStatement':
      return isQuiet(node.test);
    case 'ForStatement':
      return isQuiet(node.init) && isQuiet(node.test) && isQuiet(node.update);
    default:
      return false;
  }
}
