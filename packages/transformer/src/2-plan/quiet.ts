/**
 * Whether anything was called on the way to a statement. What is on top of the runtime's stack when a line begins is there
 * until something is called: what that has put on top may be left there, by an exception that code which is not woven
 * catches. Getters and conversions are not looked for: the next line behind a call, the next round, or the end of the
 * activation takes off what they left.
 */
import type { NodePath } from '@babel/traverse';
import type { Node } from '@babel/types';
import { isUsing } from '../1-select/bodies.js';
import { childrenOf, isWrapper } from '../walk.js';
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
  'TSTypeAnnotation',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'FunctionDeclaration',
  'EmptyStatement',
  'BreakStatement',
  'ContinueStatement',
]);

/** They call what their parts call. */
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
  if (node.type === 'VariableDeclaration' && isUsing(node)) return false;
  return AS_ITS_PARTS.has(node.type) && childrenOf(node).every(isQuiet);
}

/**
 * Whether nothing was called since the activation was on top. `onTop` holds the statements before which it is. Behind a
 * loop and where a round of it begins, V8 makes better code of a line that looks.
 */
export function comesQuietly(path: NodePath, onTop: ReadonlySet<Node>): boolean {
  const outer = outermost(path);
  const previous = previousStatement(outer);
  if (previous !== null) return onTop.has(previous) && isQuiet(previous);
  const parent = outer.parentPath;
  const holder = (parent?.isBlockStatement() ? parent.parentPath : parent)?.node;
  return holder?.type === 'IfStatement' && onTop.has(holder) && isQuiet(holder.test);
}
