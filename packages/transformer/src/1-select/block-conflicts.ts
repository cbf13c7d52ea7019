/**
 * Bodies that can be suspended, or dispose of something, are put into a block, where a function declaration is
 * block-scoped: twice the same name, or a `var` or parameter of that name, would be an error there or mean something
 * else.
 */
import type { Node } from '@babel/types';
import { childrenOf } from '../walk.js';

const HOLDS_STATEMENTS =
  /^(?:Block|If|For|ForIn|ForOf|While|DoWhile|Labeled|Switch|Try|With)Statement$|^(?:SwitchCase|CatchClause)$/;

/** `node` is the body of an activation. */
export function conflictingName(node: Node): string | null {
  const statements = statementsOf(node);
  const functions = new Set<string>();
  for (const statement of statements) {
    if (statement.type !== 'FunctionDeclaration' || !statement.id) continue;
    if (functions.has(statement.id.name)) return statement.id.name;
    functions.add(statement.id.name);
  }
  if (functions.size === 0) return null;
  const params = 'params' in node && Array.isArray(node.params) ? (node.params as Node[]) : [];
  const bound = params.map((param) => boundIn(param, functions));
  const vars = statements.map((statement) => varIn(statement, functions));
  return [...bound, ...vars].find((name) => name !== null) ?? null;
}

function statementsOf(node: Node): readonly Node[] {
  if (node.type === 'StaticBlock') return node.body;
  const body = 'body' in node ? (node.body as Node) : null;
  return body?.type === 'BlockStatement' ? body.body : [];
}

function first(nodes: Iterable<Node | null | undefined>, find: (node: Node) => string | null): string | null {
  for (const node of nodes) {
    const found = node ? find(node) : null;
    if (found !== null) return found;
  }
  return null;
}

/** One of the names that a pattern binds. */
function boundIn(pattern: Node, names: ReadonlySet<string>): string | null {
  const within = (node: Node) => boundIn(node, names);
  switch (pattern.type) {
    case 'Identifier':
      return names.has(pattern.name) ? pattern.name : null;
    case 'AssignmentPattern':
      return within(pattern.left);
    case 'RestElement':
      return within(pattern.argument);
    case 'ArrayPattern':
      return first(pattern.elements, within);
    case 'ObjectPattern':
      return first(pattern.properties, within);
    case 'ObjectProperty':
      return within(pattern.value);
    case 'TSParameterProperty':
      return within(pattern.parameter);
    default:
      return null;
  }
}

/**
 * One of the names that a `var` somewhere in the statement binds, nested functions left out. In sloppy code a function
 * in an inner block binds its name like a `var`, too.
 */
function varIn(statement: Node, names: ReadonlySet<string>): string | null {
  if (statement.type === 'VariableDeclaration') {
    if (statement.kind !== 'var') return null;
    return first(
      statement.declarations.map(({ id }) => id),
      (id) => boundIn(id, names),
    );
  }
  if (!HOLDS_STATEMENTS.test(statement.type)) return null;
  return first(childrenOf(statement), (node) => functionOrVarIn(node, names));
}

function functionOrVarIn(statement: Node, names: ReadonlySet<string>): string | null {
  if (statement.type !== 'FunctionDeclaration') return varIn(statement, names);
  return statement.id && names.has(statement.id.name) ? statement.id.name : null;
}
