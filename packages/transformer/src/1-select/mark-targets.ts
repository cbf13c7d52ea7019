/** What a comment that is a mark stands before. */
import type { NodePath } from '@babel/traverse';
import type { Comment, Function as FunctionNode, Node } from '@babel/types';
import { firstLine } from '../walk.js';

/** What may hold functions that a mark before it speaks of. */
export const HOLDERS = new Set([
  'VariableDeclaration',
  'ExpressionStatement',
  'ReturnStatement',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'TSExportAssignment',
  'ObjectProperty',
  'ClassProperty',
  'ClassPrivateProperty',
  'ClassAccessorProperty',
  'AssignmentExpression',
  'ParenthesizedExpression',
]);

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'ObjectMethod' ||
    node.type === 'ClassMethod' ||
    node.type === 'ClassPrivateMethod'
  );
}

/** Comments between a decorator or `static` and what follows it. */
export function commentsBehindModifiers(node: Node): Comment[] {
  const decorators = 'decorators' in node && Array.isArray(node.decorators) ? node.decorators : [];
  const key = 'key' in node && (isFunction(node) || HOLDERS.has(node.type)) ? (node.key as Node) : null;
  return [...decorators.flatMap((decorator) => decorator.trailingComments ?? []), ...(key?.leadingComments ?? [])];
}

/** A mark above the first overload speaks of the function that they all describe. */
export function implementationOf(path: NodePath): Node {
  const { container, key } = path;
  const name = overloadName(path.node);
  if (name === null || !Array.isArray(container) || typeof key !== 'number') return path.node;
  for (const sibling of container.slice(key + 1) as Node[]) {
    const declaration = sibling.type === 'ExportNamedDeclaration' ? sibling.declaration : sibling;
    if (declaration && isFunction(declaration) && functionName(declaration) === name) return sibling;
  }
  return path.node;
}

function overloadName(node: Node): string | null {
  if (node.type === 'ExportNamedDeclaration' && node.declaration) return overloadName(node.declaration);
  return node.type === 'TSDeclareFunction' || node.type === 'TSDeclareMethod' ? functionName(node) : null;
}

function functionName(node: Node): string | null {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  return 'key' in node && node.key?.type === 'Identifier' ? node.key.name : null;
}

const ONLY_COMMENTS = /^(?:\s|\/\*.*?\*\/)*$/;

/** A comment behind a statement, on its line, belongs to that statement and not to the next line. */
export function isDirectlyBefore(comment: Comment, node: Node, source: string): boolean {
  const start = comment.start ?? 0;
  const isFirstOnLine = ONLY_COMMENTS.test(source.slice(start - (comment.loc?.start.column ?? 0), start));
  return isFirstOnLine || comment.loc?.end.line === firstLine(node);
}
