/** Where the lines of a statement's own expressions begin. */
import type { Node } from '@babel/types';

export interface Root {
  readonly root: Node;
  /** The whole expression may get a probe as well, where it begins on a line of its own. */
  readonly isOperand: boolean;
  /** V8 quotes it when it cannot be iterated. */
  readonly isBare?: true;
}

/** The expressions that a statement itself evaluates. */
export function expressionsOf(node: Node): Root[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return [{ root: node.expression, isOperand: false }];
    case 'VariableDeclaration':
      return node.declarations.map((root) => ({ root, isOperand: false }));
    case 'ReturnStatement':
    case 'ThrowStatement':
      return node.argument ? [{ root: node.argument, isOperand: true }] : [];
    case 'IfStatement':
      return [{ root: node.test, isOperand: true }];
    case 'SwitchStatement':
      return [{ root: node.discriminant, isOperand: true }];
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [{ root: node.test, isOperand: false }];
    case 'ForOfStatement':
    case 'ForInStatement':
      return [{ root: node.right, isOperand: false, isBare: true }];
    case 'TSExportAssignment':
      return [{ root: node.expression, isOperand: false }];
    default:
      return [];
  }
}
