/**
 * What happens to each kind of statement. A statement type without a row fails `table.test.ts`; nothing is skipped
 * in silence. `NOTHING` says that control passing the statement does nothing worth a line.
 */
import type { NodePath } from '@babel/traverse';
import type { Node } from '@babel/types';
import { isUsing } from '../1-select/bodies.js';
import { endOf, firstLine, startOf } from '../walk.js';
import { doWhileLoop, forLoop, loopOfContinue, stepLoop, whileLoop } from './loops.js';
import { escapeOf, leavesForAwait, targetOfBreak } from './protection.js';
import { beginHeader, beginStatement, braced, type Place, passThrough, returnOf, text } from './verbs.js';

export type Row = (place: Place, node: never) => void;

const NOTHING: Row = () => {};

type NodeOf<T extends Node['type']> = Extract<Node, { type: T }>;

/** Ties a row to its node type. */
function row<T extends Node['type']>(_type: T, plan: (place: Place, node: NodeOf<T>) => void): Row {
  return plan as Row;
}

const statement: Row = (place) => beginStatement(place);

function suspendBefore(place: Place): void {
  place.scene.plan.before(braced(place), place.activation, { do: 'suspend' });
}

/** What `using` declares is disposed of at the end of the block, which is the declaration's work. */
function resumeAtEndOfBlock({ scene, path, activation }: Place): void {
  const site = scene.siteOf.get(path.node);
  const block = path.parent;
  if (site === undefined || (block.type !== 'BlockStatement' && block.type !== 'StaticBlock')) return;
  const isLast = (block.body as readonly Node[]).findLast(isUsingDeclaration) === path.node;
  if (!isLast) return;
  const resume = scene.plan.lineAction('resume', site, 'statement');
  scene.plan.after(startOf(path.node), endOf(block) - 1, activation, resume);
}

function isUsingDeclaration(node: Node): boolean {
  return node.type === 'VariableDeclaration' && isUsing(node);
}

function isLoopHeader({ path }: Place): boolean {
  return path.key === 'init' || path.key === 'left';
}

export const TABLE: Readonly<Record<string, Row>> = {
  ExpressionStatement: statement,
  DebuggerStatement: statement,
  ClassDeclaration: statement,
  TSEnumDeclaration: statement,
  TSExportAssignment: statement,
  // Names that only types use leave nothing to run.
  EnumDeclaration: statement,

  VariableDeclaration: row('VariableDeclaration', (place, node) => {
    if (isLoopHeader(place)) return;
    const isBare = node.declarations.every(({ init, id }) => init == null && id.type === 'Identifier');
    beginStatement(place, isBare ? 'count' : 'hit');
    if (isUsing(node)) resumeAtEndOfBlock(place);
  }),

  ExportDefaultDeclaration: row('ExportDefaultDeclaration', (place, { declaration }) => {
    const { type } = declaration;
    const isDeclaration = type === 'FunctionDeclaration' || type === 'ClassDeclaration' || type === 'TSDeclareFunction';
    if (!isDeclaration && (type as string) !== 'TSInterfaceDeclaration') beginStatement(place);
  }),

  BreakStatement: row('BreakStatement', (place, node) => {
    beginStatement(place);
    if (leavesForAwait(place.path, targetOfBreak(place.path, node.label?.name ?? null))) suspendBefore(place);
  }),

  ReturnStatement: row('ReturnStatement', (place, { argument }) => {
    const { scene, path, activation } = place;
    beginStatement(place);
    if (activation.kind === 'async-generator' || leavesForAwait(path, null)) {
      if (argument != null) passThrough(place, argument, 'suspend');
      else suspendBefore(place);
    }
    if (activation.kind !== 'sync' || escapeOf(path, activation) === 'finally') return;
    if (argument != null) passThrough(place, argument, returnOf(argument, scene.source));
    else scene.plan.before(braced(place), activation, { do: 'end', as: 'statement' });
  }),

  ThrowStatement: row('ThrowStatement', (place, { argument }) => {
    const { path, activation } = place;
    beginStatement(place);
    if (leavesForAwait(path, null)) passThrough(place, argument, 'suspend');
    if (activation.kind === 'sync' && escapeOf(path, activation) === 'free') passThrough(place, argument, 'throw');
  }),

  ContinueStatement: row('ContinueStatement', (place, node) => {
    const { scene, path, activation } = place;
    beginStatement(place);
    const loop = loopOfContinue(path, node.label?.name ?? null);
    const label = loop === null ? undefined : scene.loopLabels.get(loop.node);
    if (loop !== null && leavesForAwait(path, loop.get('body') as NodePath)) suspendBefore(place);
    if (label !== undefined) scene.plan.before(braced(place), activation, { do: 'leave-label', label });
  }),

  IfStatement: row('IfStatement', (place, { test }) => beginHeader(place, test)),
  SwitchStatement: row('SwitchStatement', (place, { discriminant }) => beginHeader(place, discriminant)),

  WhileStatement: row('WhileStatement', whileLoop),
  DoWhileStatement: row('DoWhileStatement', doWhileLoop),
  ForStatement: row('ForStatement', forLoop),
  ForInStatement: row('ForInStatement', stepLoop),
  ForOfStatement: row('ForOfStatement', stepLoop),

  // `try` itself takes no time; what it holds has lines of its own.
  TryStatement: row('TryStatement', (place, { finalizer }) => {
    const { scene, activation } = place;
    beginStatement(place, 'count');
    if (finalizer == null) return;
    const site = scene.plan.site(finalizer, activation);
    const begin = scene.plan.lineAction('caught', site, 'statement');
    const [from, to] = [startOf(finalizer) + 1, endOf(finalizer) - 1];
    if (activation.kind !== 'sync') scene.plan.before(from, activation, begin);
    else scene.plan.around(from, to, activation, begin, { do: 'end', as: 'end-of-block' });
  }),

  LabeledStatement: NOTHING,
  BlockStatement: NOTHING,
  EmptyStatement: NOTHING,
  FunctionDeclaration: NOTHING,
  WithStatement: NOTHING,
  ImportDeclaration: NOTHING,
  ExportAllDeclaration: NOTHING,
  ExportNamedDeclaration: NOTHING,
  TSDeclareFunction: NOTHING,
  TSInterfaceDeclaration: NOTHING,
  TSTypeAliasDeclaration: NOTHING,
  TSModuleDeclaration: NOTHING,
  TSImportEqualsDeclaration: NOTHING,
  TSNamespaceExportDeclaration: NOTHING,
};

/** Parts of statements and expressions that need steps as well. */
export const PARTS: Readonly<Record<string, Row>> = {
  SwitchCase: row('SwitchCase', ({ scene, activation }, node) => {
    const first = node.consequent[0];
    if (first !== undefined && first.type !== 'BlockStatement' && firstLine(first) === firstLine(node)) return;
    const site = scene.plan.site(node, activation);
    // Being chosen takes no time worth a clock reading; an entry by falling through counts as well.
    const step = scene.plan.lineAction('count', site, 'statement');
    if (first === undefined) scene.plan.after(startOf(node), endOf(node), activation, step);
    else scene.plan.before(startOf(first), activation, step);
  }),

  CatchClause: row('CatchClause', ({ scene, activation }, node) => {
    const site = scene.plan.site(node, activation);
    scene.plan.before(startOf(node.body) + 1, activation, scene.plan.lineAction('caught', site, 'statement'));
  }),

  AwaitExpression: row('AwaitExpression', ({ scene, activation }, node) => {
    if (activation.kind === 'sync') return;
    const { plan } = scene;
    const [from, to] = [startOf(node), endOf(node)];
    plan.around(from, to, activation, { do: 'pass-through', what: 'await' }, { do: 'close', what: 'await' });
    const { argument } = node;
    const suspend = { do: 'pass-through', what: 'suspend' } as const;
    plan.around(startOf(argument), endOf(argument), activation, suspend, { do: 'close', what: 'suspend' });
  }),

  YieldExpression: row('YieldExpression', (place, node) => {
    const { scene, activation } = place;
    if (activation.kind === 'sync') return;
    const { plan } = scene;
    const [from, to] = [startOf(node), endOf(node)];
    plan.around(from, to, activation, { do: 'pass-through', what: 'yield' }, { do: 'close', what: 'yield' });
    if (node.argument != null) {
      passThrough(place, node.argument, node.delegate ? 'delegate' : 'suspend');
    } else {
      // Closing steps stand in reverse.
      plan.after(from, to, activation, { do: 'close', what: 'suspend' });
      plan.after(from, to, activation, { do: 'pass-through', what: 'suspend' });
      plan.after(from, to, activation, text(' '));
    }
  }),
};

/** Whether `path` is visited for a row at all: declarations without a body run nothing. */
export function isRuntime({ node }: NodePath): boolean {
  return !('declare' in node && node.declare === true);
}
