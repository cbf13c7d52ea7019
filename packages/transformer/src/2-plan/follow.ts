/**
 * Statements that are reached together: what stands behind a simple statement in the same list runs next, unless an
 * exception ends that one first. One counter is enough for both where the runtime knows which line an exception has ended.
 */
import type { NodePath } from '@babel/traverse';
import type { Node } from '@babel/types';
import { isUsing } from '../1-select/bodies.js';
import type { Activation } from '../1-select/select.js';
import { outermost, previousStatement } from './lines.js';

/** Goes on with the next statement or throws, and is the open line until then. */
function isSimple(node: Node): boolean {
  return node.type === 'ExpressionStatement' || (node.type === 'VariableDeclaration' && !isUsing(node));
}

/**
 * The statement that this one is reached with. None in bodies that can be suspended, because they may never go on, and in
 * those that dispose of something, which they do in a `finally`.
 */
export function leaderOf(path: NodePath, { kind, disposes }: Activation): Node | null {
  if (kind !== 'sync' || disposes) return null;
  const previous = previousStatement(outermost(path));
  return previous !== null && isSimple(previous) ? previous : null;
}
