/** Loops. The header's line counts every test or step, so n + 1 for n rounds. */
import type { NodePath } from '@babel/traverse';
import type {
  DoWhileStatement,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  Node,
  WhileStatement,
} from '@babel/types';
import { endOf, firstLine, startOf } from '../walk.js';
import { continuesLine, outermost } from './lines.js';
import type { Action } from './plan.js';
import { braced, isOnOneLine, operand, type Place, resumeStatement, roundOperand, text } from './verbs.js';

function onLine(place: Place, node: Node, line: number): boolean {
  return firstLine(node) === line && firstLine(place.path.node) === line;
}

/** `while (probe, test)`; a loop that stands on one line opens it once and then only counts. */
export function whileLoop(place: Place, node: WhileStatement): void {
  const { scene, activation } = place;
  const site = scene.plan.roundSite(node, activation);
  scene.siteOf.set(node, site);
  if (isOnOneLine(node)) {
    resumeStatement(place, site);
    operand(place, node.test, 'count', site);
  } else {
    scene.opened.add(node);
    scene.onTop.add(node);
    roundOperand(place, node.test, 'hit', site);
  }
}

/** The `do` itself does nothing; the test has its own line. */
export function doWhileLoop(place: Place, node: DoWhileStatement): void {
  const { scene, activation } = place;
  const site = scene.plan.roundSite(node.test, activation);
  scene.siteOf.set(node, site);
  if (isOnOneLine(node)) {
    resumeStatement(place, site);
    operand(place, node.test, 'count', site);
  } else {
    roundOperand(place, node.test, 'hit', site);
  }
}

/**
 * `for (init; test; update)`. On one line, the update opens the line and the test, which follows it at once, only
 * counts: one clock reading per round.
 */
export function forLoop(place: Place, node: ForStatement): void {
  const { scene, path, activation } = place;
  const { plan } = scene;
  const line = firstLine(node);
  const { init, test, update, body } = node;
  if (test != null && isOnOneLine(node)) {
    const site = plan.roundSite(node, activation);
    resumeStatement(place, site);
    operand(place, test, 'count', site);
  } else if (test != null && update != null && onLine(place, test, line) && onLine(place, update, line)) {
    const site = plan.roundSite(node, activation);
    resumeStatement(place, site);
    operand(place, test, 'count', site);
    roundOperand(place, update, 'resume', site);
  } else if (test != null) {
    const testSite = plan.roundSite(firstLine(test) === line ? node : test, activation);
    if (firstLine(test) !== line && init != null) {
      if (!continuesLine(path, scene.opened)) {
        const use = plan.lineAction('hit', plan.site(node, activation), 'statement');
        plan.before(braced(place), activation, use);
      }
    } else if (firstLine(test) === line && init != null) {
      resumeStatement(place, testSite);
    }
    roundOperand(place, test, 'hit', testSite);
    if (update != null) {
      const own = firstLine(update) !== firstLine(test);
      operand(place, update, own ? 'hit' : 'resume', own ? plan.site(update, activation) : testSite);
    }
    scene.opened.add(node);
  } else {
    endlessLoop(place, node, body);
  }
}

/** `for (;;)` has no test to count: its line begins with every round. */
function endlessLoop(place: Place, node: ForStatement, body: Node): void {
  const { scene, activation } = place;
  const site = scene.plan.roundSite(node, activation);
  scene.siteOf.set(node, site);
  if (node.init != null) resumeStatement(place, site);
  if (node.update != null && firstLine(node.update) !== firstLine(node)) {
    operand(place, node.update, 'hit', scene.plan.site(node.update, activation));
  } else if (node.update != null) {
    operand(place, node.update, 'resume', site);
  }
  scene.plan.before(startOf(body), activation, text('{'));
  scene.plan.before(startOf(body), activation, scene.plan.lineAction('hit', site, 'statement', 'each-round'));
  scene.plan.after(startOf(body), endOf(body), activation, text('}'));
  scene.opened.add(node);
}

/**
 * `for (x of xs)`, `for (x in o)`: the first step is counted before the loop, each further one after a round. A round
 * that a `continue` ends leaves a labelled block instead, so that it comes past the same probe, and past any
 * `finally` on its way.
 */
export function stepLoop(place: Place, node: ForOfStatement | ForInStatement): void {
  const { scene, path, activation } = place;
  const { plan } = scene;
  const site = plan.roundSite(node, activation);
  scene.siteOf.set(node, site);
  const isCompact = isOnOneLine(node);
  const isAwait = node.type === 'ForOfStatement' && node.await === true;
  if (continuesLine(path, scene.opened)) {
    plan.before(braced(place), activation, plan.lineAction('count', site, 'statement'));
  } else {
    plan.before(braced(place), activation, plan.lineAction('hit', site, 'statement'));
  }
  scene.opened.add(node);
  if (isAwait && isPlainName(node.right)) {
    plan.before(startOf(outermost(path).node), activation, { do: 'suspend' });
  } else if (isAwait) {
    plan.around(
      startOf(node.right),
      endOf(node.right),
      activation,
      { do: 'pass-through', what: 'suspend' },
      { do: 'close', what: 'suspend' },
    );
  }
  const { body } = node;
  const label = hasContinue(path) ? plan.label() : null;
  plan.before(startOf(body), activation, text('{'));
  if (isAwait) plan.before(startOf(body), activation, plan.lineAction('resume', site, 'statement'));
  if (label !== null) {
    scene.loopLabels.set(node, label);
    plan.before(startOf(body), activation, { do: 'label', label });
  }
  const after = (action: Action) => plan.after(startOf(body), endOf(body), activation, action);
  after(text('}'));
  if (isAwait) after({ do: 'suspend' });
  after(plan.lineAction(isCompact && !isAwait ? 'count' : 'hit', site, 'statement', 'each-round'));
  if (label !== null) after(text('}'));
  if (body.type !== 'BlockStatement') after(text(';'));
}

/** Reading it takes no time, and V8 quotes it when it cannot be iterated. */
function isPlainName(node: Node): boolean {
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** The loop that a `continue` goes on with. */
export function loopOfContinue(path: NodePath, label: string | null): NodePath | null {
  for (let outer = path.parentPath; outer !== null && !outer.isFunction(); outer = outer.parentPath) {
    if (!outer.isLoop()) continue;
    if (label === null || hasLabel(outer, label)) return outer;
  }
  return null;
}

function hasLabel(loop: NodePath, label: string): boolean {
  for (let outer = loop.parentPath; outer?.node.type === 'LabeledStatement'; outer = outer.parentPath) {
    if (outer.node.label.name === label) return true;
  }
  return false;
}

function hasContinue(loop: NodePath): boolean {
  let found = false;
  loop.traverse({
    noScope: true,
    Function(inner: NodePath) {
      inner.skip();
    },
    ContinueStatement(inner: NodePath<import('@babel/types').ContinueStatement>) {
      if (loopOfContinue(inner, inner.node.label?.name ?? null)?.node === loop.node) found = true;
    },
  } as Parameters<NodePath['traverse']>[0]);
  return found;
}
