/**
 * Tells whether a statement's line is open already when control comes to it, so that it needs no probe:
 * the statement before it, or the header above it, stands wholly on the same line and opened it.
 */
import type { NodePath } from '@babel/traverse';
import type { Node, Statement } from '@babel/types';
import { firstLine, lastLine } from '../walk.js';

/** Statements that do nothing when control passes them. */
const PASSIVE = new Set([
  'EmptyStatement',
  'FunctionDeclaration',
  'ImportDeclaration',
  'ExportAllDeclaration',
  'TSDeclareFunction',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSImportEqualsDeclaration',
  'TSNamespaceExportDeclaration',
]);

function isPassive(node: Node): boolean {
  if (PASSIVE.has(node.type) || ('declare' in node && node.declare === true)) return true;
  return node.type === 'ExportNamedDeclaration' && (node.declaration == null || isPassive(node.declaration));
}

/** The statements that run before this one in the same list, the nearest first. */
export function* statementsBefore({ container, key }: NodePath): Generator<Statement> {
  if (!Array.isArray(container) || typeof key !== 'number') return;
  for (let index = key - 1; index >= 0; index--) {
    const sibling = container[index] as Statement;
    if (isPassive(sibling)) continue;
    yield sibling.type === 'ExportNamedDeclaration' ? (sibling.declaration ?? sibling) : sibling;
  }
}

/** The statement that runs before this one in the same list. */
export function previousStatement(path: NodePath): Statement | null {
  for (const previous of statementsBefore(path)) return previous;
  return null;
}

/** Climbs to the node that stands in the statement's place: its label or its `export`. */
export function outermost(path: NodePath): NodePath {
  let outer = path;
  for (let parent = outer.parentPath; parent !== null; parent = outer.parentPath) {
    const { type } = parent.node;
    if (type !== 'LabeledStatement' && type !== 'ExportNamedDeclaration' && type !== 'ExportDefaultDeclaration') break;
    outer = parent;
  }
  return outer;
}

/** `opened` holds the statements that began their line or found it open. */
export function continuesLine(statement: NodePath, opened: ReadonlySet<Node>): boolean {
  const line = firstLine(statement.node);
  const path = outermost(statement);
  if (firstLine(path.node) !== line) return false;
  const previous = previousStatement(path);
  if (previous !== null) return isWholly(previous, line) && opened.has(previous);
  const parent = path.parentPath;
  if (parent === null) return false;
  if (parent.node.type === 'BlockStatement') {
    if (firstLine(parent.node) !== line) return false;
    const holder = parent.parentPath;
    if (holder === null) return false;
    if (holder.node.type === 'BlockStatement') return continuesLine(parent, opened);
    return headerOpens(holder.node, parent.node, line, opened);
  }
  return headerOpens(parent.node, path.node, line, opened);
}

function isWholly(node: Node, line: number): boolean {
  return firstLine(node) === line && lastLine(node) === line;
}

/** Whether `holder`'s header, on `line`, is what ran just before its `body`. */
function headerOpens(holder: Node, body: Node, line: number, opened: ReadonlySet<Node>): boolean {
  switch (holder.type) {
    case 'IfStatement':
      return opened.has(holder) && firstLine(holder) === line && lastLine(holder.test) === line;
    case 'WhileStatement':
      return opened.has(holder) && firstLine(holder) === line && lastLine(holder.test) === line;
    case 'ForStatement':
    case 'ForInStatement':
      return opened.has(holder) && firstLine(holder) === line && firstLine(body) === line;
    case 'ForOfStatement':
      return opened.has(holder) && firstLine(holder) === line && firstLine(body) === line && !holder.await;
    case 'DoWhileStatement':
      return opened.has(holder) && isWholly(holder, line);
    case 'CatchClause':
      return firstLine(holder) === line;
    case 'TryStatement':
      return holder.finalizer === body && firstLine(body) === line;
    default:
      return false;
  }
}
