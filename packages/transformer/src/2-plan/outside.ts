/**
 * What is planned for code that is not profiled itself: where it catches an exception, profiled functions that the
 * exception went through have ended, of which nothing else tells.
 */
import type { NodePath } from '@babel/traverse';
import type { Node } from '@babel/types';
import { endOf, startOf } from '../walk.js';
import type { PlanBuilder } from './builder.js';

export interface Outside {
  enter(path: NodePath): void;
  exit(node: Node): void;
}

/** To be told of every node that is not profiled. */
export function makeOutside(plan: PlanBuilder): Outside {
  /** By the time of their `catch`, the stack may be another one. */
  const suspended = new Set<Node>();

  function enter(path: NodePath): void {
    if (!suspends(path.node)) return;
    for (let inner = path; inner.parentPath !== null && !inner.isFunction(); inner = inner.parentPath) {
      if (inner.parentPath.isTryStatement() && inner.key === 'block') suspended.add(inner.parentPath.node);
    }
  }

  function exit(node: Node): void {
    if (node.type !== 'TryStatement' || node.handler == null || suspended.has(node)) return;
    plan.around(startOf(node), endOf(node), null, { do: 'note-depth' }, { do: 'noted' });
    plan.before(startOf(node.handler.body) + 1, null, { do: 'caught-outside' });
  }

  return { enter, exit };
}

function suspends(node: Node): boolean {
  switch (node.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return true;
    case 'ForOfStatement':
      return node.await;
    case 'VariableDeclaration':
      return node.kind === 'await using';
    default:
      return false;
  }
}
