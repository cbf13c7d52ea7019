/** What stands between a `return` or `throw` and the end of its function. */
import type { NodePath } from '@babel/traverse';

export type Escape =
  /** Nothing: the activation ends here. */
  | 'free'
  /** A `catch` of the same function may take an exception from here. */
  | 'caught'
  /** A `finally` of the same function runs first. */
  | 'finally';

export function escapeOf(path: NodePath): Escape {
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
