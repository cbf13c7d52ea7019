/**
 * Sites inside expressions that spread over lines: each call, operand, element, argument, property value or template
 * part that is the first on a new line gets one. Source order is evaluation order for all of these.
 */
import type { Expression, Node } from '@babel/types';
import { isConstant, isDefinition } from '../1-select/initialisers.js';
import { childrenOf, firstLine, isWrapper, lastLine } from '../walk.js';
import { jsx } from './jsx.js';
import {
  beginLink,
  beginOperand,
  type Call,
  comeBack,
  hasParentheses,
  type Lines,
  leavesLine,
  openSite,
  precedeSpread,
  siteFor,
  spreadsEarly,
} from './line-sites.js';
import type { Root } from './roots.js';
import type { Place } from './verbs.js';

/** `line` is where the statement, or the expression that a body consists of, begins. */
export function spreadOverLines(place: Place, roots: readonly Root[], line = firstLine(place.path.node)): void {
  const { node } = place.path;
  if (roots.every(({ root }) => lastLine(root) === line)) return;
  const lines: Lines = { place, sites: new Map([[line, place.scene.siteOf.get(node) ?? null]]) };
  for (const { root, isOperand, isBare } of roots) {
    if (isOperand) operandOf(lines, root);
    else if (isBare) bare(lines, root);
    else visit(lines, root);
  }
}

/** A part whose value is used as it is, so that a probe may stand in front of it. */
function operandOf(lines: Lines, node: Node): void {
  if (!lines.sites.has(firstLine(node)) && !isConstant(node) && !isDefinition(node)) {
    beginOperand(lines, node, openSite(lines, node));
  }
  if (node.type === 'ParenthesizedExpression') operandOf(lines, node.expression);
  else visit(lines, node);
}

/** Goes into what may hold operands; a function or class is entered by its own activations. */
function visit(lines: Lines, node: Node): void {
  if (isDefinition(node)) return;
  if (isWrapper(node)) {
    visit(lines, node.expression);
    return;
  }
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      call(lines, node);
      return;
    case 'BinaryExpression':
    case 'LogicalExpression':
      visit(lines, node.left);
      operandOf(lines, node.right);
      return;
    case 'ConditionalExpression':
      visit(lines, node.test);
      operandOf(lines, node.consequent);
      operandOf(lines, node.alternate);
      return;
    case 'AssignmentExpression':
      if (!isPattern(node.left)) visit(lines, node.left);
      value(lines, node.left, node.right);
      if (isPattern(node.left)) pattern(lines, node.left);
      return;
    case 'VariableDeclarator':
      if (node.init) value(lines, node.id, node.init);
      pattern(lines, node.id);
      return;
    case 'TaggedTemplateExpression':
      bare(lines, node.tag);
      visit(lines, node.quasi);
      return;
    case 'SequenceExpression':
    case 'TemplateLiteral':
      for (const part of node.expressions) operandOf(lines, part);
      return;
    case 'ArrayExpression':
      for (const element of node.elements) if (element) elementOf(lines, element);
      return;
    case 'ObjectExpression':
      for (const property of node.properties) elementOf(lines, property);
      return;
    case 'ObjectProperty':
      if (node.computed) operandOf(lines, node.key);
      if (!node.shorthand) operandOf(lines, node.value);
      return;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      visit(lines, node.object);
      if (node.computed) operandOf(lines, node.property);
      return;
    case 'AwaitExpression':
      operandOf(lines, node.argument);
      return;
    case 'YieldExpression':
      if (node.argument && !node.delegate) operandOf(lines, node.argument);
      else if (node.argument) bare(lines, node.argument);
      return;
    case 'UnaryExpression':
      if (node.operator === 'typeof' || node.operator === 'delete') visit(lines, node.argument);
      else operandOf(lines, node.argument);
      return;
    case 'JSXElement':
    case 'JSXFragment':
      jsx(lines, node, { operandOf, visit });
      return;
    default:
      for (const child of childrenOf(node)) visit(lines, child);
  }
}

/** A part of an array, an object or a call's arguments. Before a spread goes one of nothing: what it spreads stays bare. */
function elementOf(lines: Lines, node: Node, mayPrecede = true): void {
  if (node.type !== 'SpreadElement') {
    if (node.type === 'ObjectProperty') visit(lines, node);
    else operandOf(lines, node);
    return;
  }
  if (mayPrecede && !lines.sites.has(firstLine(node))) precedeSpread(lines, node, openSite(lines, node));
  bare(lines, node.argument);
}

function isPattern(node: Node): boolean {
  return node.type === 'ArrayPattern' || node.type === 'ObjectPattern';
}

/** What a pattern evaluates: default values and computed keys, after its source. */
function pattern(lines: Lines, node: Node): void {
  switch (node.type) {
    case 'AssignmentPattern':
      value(lines, node.left, node.right);
      pattern(lines, node.left);
      return;
    case 'ArrayPattern':
      for (const element of node.elements) if (element) pattern(lines, element);
      return;
    case 'ObjectPattern':
      for (const property of node.properties) pattern(lines, property);
      return;
    case 'ObjectProperty':
      if (node.computed) operandOf(lines, node.key);
      pattern(lines, node.value);
      return;
    case 'RestElement':
      pattern(lines, node.argument);
  }
}

/** V8 names the right side when a pattern cannot take it apart, so that must stay bare. */
function value(lines: Lines, target: Node, source: Expression): void {
  if (isPattern(target)) bare(lines, source);
  else operandOf(lines, source);
}

/** What V8 quotes in an error must read as it was written. Of a call it quotes no arguments. */
function bare(lines: Lines, node: Node): void {
  if (isWrapper(node)) {
    bare(lines, node.expression);
    return;
  }
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      call(lines, node);
      return;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      bare(lines, node.object);
      if (node.computed) bare(lines, node.property);
      return;
    case 'AwaitExpression':
    case 'ArrayExpression':
    case 'ObjectExpression':
      visit(lines, node);
  }
}

/**
 * `receiver.link(…)`: when the arguments begin, the receiver is there and the link is what goes on. When they are
 * evaluated, the call belongs to its own line again.
 */
function call(lines: Lines, node: Call): void {
  const { callee } = node;
  const args = node.arguments as Node[];
  const isLink =
    (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression') && node.type !== 'NewExpression';
  const own = isLink ? callee.property : node;
  bare(lines, callee);
  const mayPrecede = spreadsEarly(args);
  const hasRoom = args[0] === undefined ? hasParentheses(lines, node) : args[0].type !== 'SpreadElement' || mayPrecede;
  if (hasRoom && !lines.sites.has(firstLine(own))) {
    beginLink(lines, node, args[0], openSite(lines, own));
  }
  const hasLeft = leavesLine(lines, own);
  for (const argument of args) elementOf(lines, argument, mayPrecede);
  const last = args.at(-1);
  if (last && last.type !== 'SpreadElement' && hasLeft()) comeBack(lines, last, siteFor(lines, own));
}
