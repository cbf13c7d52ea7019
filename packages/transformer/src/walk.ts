/** The door to @babel/traverse: its default export sits elsewhere under each module system. */
import traverseModule, { type TraverseOptions } from '@babel/traverse';
import { type File, type Node, VISITOR_KEYS } from '@babel/types';

type Traverse = (tree: Node, options: TraverseOptions) => void;

/** Node hands out the CommonJS namespace, bundlers the function. */
const traverse = ((traverseModule as { default?: unknown }).default ?? traverseModule) as Traverse;

/** Visits a tree without building scopes: nothing here asks for bindings, and they cost more than the visit. */
export function walk(file: File, options: TraverseOptions): void {
  traverse(file, { noScope: true, ...options } as TraverseOptions);
}

/** What it consists of, field by field. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  return (VISITOR_KEYS[node.type] ?? []).flatMap((key) => fields[key] ?? []).filter((child) => child !== null);
}

/** What its operand goes through unchanged: parentheses, and what only types use. */
export type Wrapper = Extract<Node, { type: (typeof WRAPPERS)[number] }>;

const WRAPPERS = [
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
] as const;

export function isWrapper(node: Node): node is Wrapper {
  return (WRAPPERS as readonly string[]).includes(node.type);
}

export function startOf(node: Node): number {
  return node.start as number;
}

export function endOf(node: Node): number {
  return node.end as number;
}

export function firstLine(node: Node): number {
  return node.loc?.start.line as number;
}

export function lastLine(node: Node): number {
  return node.loc?.end.line as number;
}

export function columnOf(node: Node): number {
  return node.loc?.start.column as number;
}
