/** What a function is called, from where it is written. */
import type { NodePath } from '@babel/traverse';
import type { Expression, Node, PrivateName } from '@babel/types';
import { endOf, isWrapper, startOf } from '../walk.js';

/** The function's own name without what encloses it; null when the language gives it none. */
export function ownName(path: NodePath, source: string): string | null {
  const { node } = path;
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
    return node.id?.name ?? (path.parent.type === 'ExportDefaultDeclaration' ? 'default' : null);
  }
  if ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id) return node.id.name;
  if (node.type === 'ObjectMethod' || node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') {
    return keyText(node.key, 'computed' in node && node.computed === true, source);
  }
  return nameFromPlace(path, source);
}

/** `const f = …`, `o.f = …`, `{ f: … }`, `class { f = … }`, `(f = …) => …`: the place gives the name. */
function nameFromPlace(path: NodePath, source: string): string | null {
  const parent = path.parentPath;
  if (parent === null) return null;
  const { node } = parent;
  if (isWrapper(node)) return nameFromPlace(parent, source);
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init === path.node && node.id.type === 'Identifier' ? node.id.name : null;
    case 'AssignmentExpression':
      return node.right === path.node ? targetName(node.left, source) : null;
    case 'AssignmentPattern':
      return node.right === path.node && node.left.type === 'Identifier' ? node.left.name : null;
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'ClassPrivateProperty':
      return node.value === path.node ? keyText(node.key, 'computed' in node && node.computed === true, source) : null;
    case 'ExportDefaultDeclaration':
      return 'default';
    default:
      return null;
  }
}

/** `exports.f` is `f`, `Grid.prototype.step` is `Grid.step`. */
function targetName(target: Node, source: string): string | null {
  if (target.type === 'Identifier') return target.name;
  if (target.type !== 'MemberExpression') return null;
  const text = source.slice(startOf(target), endOf(target)).replace(/\s+/g, '');
  if (text === 'module.exports') return 'exports';
  return text
    .replace(/^(module\.)?exports\./, '')
    .replace('.prototype.', '.')
    .replace(/^this\./, '');
}

function keyText(key: Expression | PrivateName, computed: boolean, source: string): string {
  if (computed) return `[${source.slice(startOf(key), endOf(key))}]`;
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  if (key.type === 'StringLiteral') return key.value;
  return source.slice(startOf(key), endOf(key));
}
