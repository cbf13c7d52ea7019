/** What stands between a jump and where it leads. */
import type { NodePath } from '@babel/traverse';
import type { Activation } from '../1-select/select.js';

export type Escape =
  /** Nothing: the activation ends here. */
  | 'free'
  /** A `catch` of the same function may take an exception from here. */
  | 'caught'
  /** A `finally` of the same function runs first, or something is disposed of. */
  | 'finally';

export function escapeOf(path: NodePath, { disposes }: Activation): Escape {
  if (disposes) return 'finally';
  let result: Escape = 'free';
  for (let inner = path; inner.parentPath !== null; inner = inner.parentPath) {
    const parent = inner.parentPath;
    if (parent.isFunction() || parent.isStaticBlock()) return result;
    if (parent.node.type !== 'TryStatement') continue;
    if (parent.node.finalizer && inner.key !== 'finalizer') return 'finally';
    if (parent.node.handler && inner.key === 'block') result = 'caught';
  }
  return result;
}

/**
 * Whether a `return`, `throw`, `break` or `continue` leaves a `for await`: the loop then waits for its iterator to
 * close, which nothing in the source shows.
 */
export function leavesForAwait(path: NodePath, target: NodePath | null): boolean {
  for (let inner = path; inner.parentPath !== null && inner.node !== target?.node; inner = inner.parentPath) {
    const parent = inner.parentPath;
    if (parent.isFunction() || parent.isStaticBlock()) return false;
    if (parent.node.type === 'ForOfStatement' && parent.node.await && inner.key === 'body') return true;
  }
  return false;
}

/** The statement that a `break` ends. */
export function targetOfBreak(path: NodePath, label: string | null): NodePath | null {
  for (let outer = path.parentPath; outer !== null && !outer.isFunction(); outer = outer.parentPath) {
    if (label === null ? outer.isLoop() || outer.isSwitchStatement() : outer.isLabeledStatement()) {
      if (label === null || (outer.node as { label: { name: string } }).label.name === label) return outer;
    }
  }
  return null;
}
