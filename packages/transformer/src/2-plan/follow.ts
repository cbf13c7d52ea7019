/**
 * Statements that are reached together: what stands behind a statement that cannot jump away runs next, unless an
 * exception ends that one first. One counter is enough for both where the runtime knows which line an exception has ended.
 */
import type { NodePath } from '@babel/traverse';
import type { Node, Statement } from '@babel/types';
import { isUsing } from '../1-select/bodies.js';
import type { Activation } from '../1-select/select.js';
import { outermost, statementsBefore } from './lines.js';

/** Which jumps without a label stay within the statement that is asked about. */
interface Jumps {
  readonly break: boolean;
  readonly continue: boolean;
}

const NEITHER: Jumps = { break: false, continue: false };
const BOTH: Jumps = { break: true, continue: true };

/**
 * Whether control comes to what stands behind the statement unless an exception leaves the function. A `try` may keep one
 * in the function, then it did not end what stands behind the `try`.
 */
function goesOn(node: Statement, inside: Jumps): boolean {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'EmptyStatement':
    case 'ThrowStatement':
    case 'FunctionDeclaration':
      return true;
    case 'VariableDeclaration':
      return !isUsing(node);
    case 'BlockStatement':
      return node.body.every((inner) => goesOn(inner, inside));
    case 'IfStatement':
      return goesOn(node.consequent, inside) && (node.alternate == null || goesOn(node.alternate, inside));
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return goesOn(node.body, BOTH);
    case 'SwitchStatement':
      return node.cases.every(({ consequent }) =>
        consequent.every((inner) => goesOn(inner, { ...inside, break: true })),
      );
    case 'BreakStatement':
      return node.label == null && inside.break;
    case 'ContinueStatement':
      return node.label == null && inside.continue;
    default:
      return false;
  }
}

/** Its header is reached once, and has a line of its own. */
const LEADERS = new Set<Node['type']>(['ExpressionStatement', 'VariableDeclaration', 'IfStatement', 'SwitchStatement']);

/**
 * The site that the statement is reached with. None in bodies that can be suspended, because they may never go on, and in
 * those that dispose of something, which they do in a `finally`.
 */
export function leaderOf(
  path: NodePath,
  { kind, disposes }: Activation,
  siteOf: ReadonlyMap<Node, number>,
): number | undefined {
  if (kind !== 'sync' || disposes) return undefined;
  for (const previous of statementsBefore(outermost(path))) {
    if (!goesOn(previous, NEITHER)) return undefined;
    const site = LEADERS.has(previous.type) ? siteOf.get(previous) : undefined;
    if (site !== undefined) return site;
  }
  return undefined;
}
