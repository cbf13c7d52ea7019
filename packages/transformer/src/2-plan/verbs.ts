/** What rows of the table can do. A verb decides where steps go; none of them touches the tree. */
import type { NodePath } from '@babel/traverse';
import type { Node } from '@babel/types';
import type { Activation } from '../1-select/select.js';
import { endOf, firstLine, lastLine, startOf } from '../walk.js';
import type { PlanBuilder } from './builder.js';
import { leaderOf } from './follow.js';
import { continuesLine, outermost, previousStatement } from './lines.js';
import type { Coming, LineUse, Passing } from './plan.js';
import { comesQuietly } from './quiet.js';

export interface Scene {
  readonly plan: PlanBuilder;
  readonly source: string;
  /** The activation that the visited node runs in; null where nothing is profiled. */
  current: Activation | null;
  /** Statements that began their line or found it open. */
  readonly opened: Set<Node>;
  /** Statements before which the activation is on top of the runtime's stack, unless the clock times it: see `quiet.ts`. */
  readonly onTop: Set<Node>;
  /** `enter` steps that wait for the first line of their body. */
  readonly awaitingFirst: Map<Node, { firstSite: number }>;
  /** Site of a statement's own line, where it has one. */
  readonly siteOf: Map<Node, number>;
  /** Label of the block that `continue` must leave, by loop. */
  readonly loopLabels: Map<Node, number>;
}

/** A visited statement inside a profiled activation. */
export interface Place {
  readonly scene: Scene;
  readonly path: NodePath;
  readonly activation: Activation;
}

const LISTS = new Set(['body', 'consequent', 'directives']);

/** Whether the statement stands in a list, so that another can be put before it. */
function isInList(path: NodePath): boolean {
  return Array.isArray(path.container) && LISTS.has(String(path.listKey));
}

/** Puts braces around a statement that stands alone as a body. Returns where text before it goes. */
export function braced({ scene, path }: Place): number {
  const outer = outermost(path);
  if (!isInList(outer)) {
    scene.plan.around(startOf(outer.node), endOf(outer.node), null, text('{'), text('}'));
  }
  return startOf(outer.node);
}

export function text(value: string) {
  return { do: 'text', text: value } as const;
}

/** If this is the first thing that its function body does, the function's entry can begin the line as well. */
function takeEntry({ scene, path }: Place): { firstSite: number } | undefined {
  const outer = outermost(path);
  const parent = outer.parentPath;
  if (outer !== path || parent === null || previousStatement(outer) !== null) return undefined;
  if (parent.isStaticBlock()) return scene.awaitingFirst.get(parent.node);
  const holder = parent.node.type === 'BlockStatement' ? parent.parentPath?.node : parent.node;
  return holder && parent.key === 'body' ? scene.awaitingFirst.get(holder) : undefined;
}

/** A probe before the statement, unless its line is open already. */
export function beginStatement(place: Place, use: LineUse = 'hit'): void {
  const { scene, path, activation } = place;
  const comes = comingTo(place);
  if (continuesLine(path, scene.opened)) {
    scene.opened.add(path.node);
    return;
  }
  const site = scene.plan.site(path.node, activation);
  scene.siteOf.set(path.node, site);
  if (use !== 'count') {
    scene.opened.add(path.node);
    scene.onTop.add(path.node);
  }
  const entry = use === 'hit' ? takeEntry(place) : undefined;
  if (entry !== undefined) {
    entry.firstSite = site;
    scene.plan.markTimed(use, site);
    return;
  }
  if (use === 'hit') follow(place, site);
  scene.plan.before(braced(place), activation, scene.plan.lineAction(use, site, 'statement', comes));
}

/** To be asked for each statement, as they stand: the next one may depend on it. */
function comingTo({ scene: { onTop }, path }: Place): Coming {
  if (!comesQuietly(path, onTop)) return 'somehow';
  onTop.add(path.node);
  return 'quietly';
}

/** One counter is enough for a statement and the one that it is reached with. */
function follow({ scene, path, activation }: Place, site: number): void {
  const before = leaderOf(path, activation, scene.siteOf);
  if (before !== undefined) scene.plan.follow(before, site);
}

/** A probe in front of the header's expression: needs no braces. `if`, `switch`. */
export function beginHeader(place: Place, operand: Node): void {
  const { scene, path, activation } = place;
  const comes = comingTo(place);
  if (continuesLine(path, scene.opened)) {
    scene.opened.add(path.node);
    return;
  }
  const site = scene.plan.site(path.node, activation);
  scene.siteOf.set(path.node, site);
  scene.opened.add(path.node);
  scene.onTop.add(path.node);
  const entry = takeEntry(place);
  if (entry !== undefined) {
    entry.firstSite = site;
    scene.plan.markTimed('hit', site);
    return;
  }
  follow(place, site);
  scene.plan.before(startOf(operand), activation, scene.plan.lineAction('hit', site, 'operand', comes));
}

/** Opens the line of a statement without counting: its header counts. */
export function resumeStatement(place: Place, site: number): void {
  const { scene, path, activation } = place;
  const comes = comingTo(place);
  if (!continuesLine(path, scene.opened)) {
    scene.plan.before(braced(place), activation, scene.plan.lineAction('resume', site, 'statement', comes));
    scene.onTop.add(path.node);
  }
  scene.opened.add(path.node);
}

export function operand(place: Place, node: Node, use: LineUse, site: number): void {
  const { scene, activation } = place;
  scene.plan.before(startOf(node), activation, scene.plan.lineAction(use, site, 'operand'));
}

/** The same where each round of a loop comes past. */
export function roundOperand(place: Place, node: Node, use: LineUse, site: number): void {
  const { scene, activation } = place;
  scene.plan.before(startOf(node), activation, scene.plan.lineAction(use, site, 'operand', 'each-round'));
}

export function isOnOneLine(node: Node): boolean {
  return firstLine(node) === lastLine(node);
}

const FUNCTION = /=>|\bfunction\b|\bclass\b|\)\s*\{/;

/** May find a function in a string or a comment; misses none. */
export function returnOf(value: Node, source: string): Passing {
  return FUNCTION.test(source.slice(startOf(value), endOf(value))) ? 'return' : 'return-plain';
}

/** A call around an expression that lets its value through. */
export function passThrough({ scene, activation }: Place, node: Node, what: Passing): void {
  const open = { do: 'pass-through', what } as const;
  const close = { do: 'close', what } as const;
  const from = startOf(node);
  const to = endOf(node);
  const isSequence = node.type === 'SequenceExpression';
  scene.plan.around(from, to, activation, open, close);
  if (isSequence) scene.plan.around(from, to, null, text('('), text(')'));
}
