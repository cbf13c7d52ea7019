/**
 * Statements that are reached together: what stands behind a statement that cannot jump away runs next, unless an
 * exception ends that one first. One counter is enough for both where the runtime knows which line an exception has ended.
 */
import type { NodePath } from '@babel/traverse';
import type { Node, Statement } from '@babel/types';
import { isUsing } from '../1-select/bodies.js';
import type { Activation } from '../1-select/select.js';
import { outermost, statementsBefore } from './lines.js';

/** What a statement stands in, of what it may be inside: where `break` and `continue` without a label lead. */
interface Around {
  readonly isInLoop: boolean;
  readonly isInSwitch: boolean;
}

const ALONE: Around = { isInLoop: false, isInSwitch: false };
const IN_LOOP: Around = { isInLoop: true, isInSwitch: false };

/**
 * Whether control comes to what stands behind the statement unless an exception leaves the function. A `try` may keep one
 * in the function, then it did not end what stands behind the `try`.
 */
function goesOn(node: Statement, around: Around): boolean {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'EmptyStatement':
    case 'ThrowStatement':
    case 'FunctionDeclaration':
      return true;
    case 'VariableDeclaration':
      return !isUsing(node);
    case 'BlockStatement':
      return node.body.every((inner) => goesOn(inner, around));
    case 'IfStatement':
      return goesOn(node.consequent, around) && (node.alternate == null || goesOn(node.alternate, around));
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return goesOn(node.body, IN_LOOP);
    case 'SwitchStatement':
      return node.cases.every(({ consequent }) =>
        consequent.every((inner) => goesOn(inner, { ...around, isInSwitch: true })),
      );
    case 'BreakStatement':
      return node.label == null && (around.isInLoop || around.isInSwitch);
    case 'ContinueStatement':
      return node.label == null && around.isInLoop;
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
    if (!goesOn(previous, ALONE)) return undefined;
    const site = LEADERS.has(previous.type) ? siteOf.get(previous) : undefined;
    if (site !== undefined) return site;
  }
  return undefined;
}
