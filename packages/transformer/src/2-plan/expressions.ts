/**
 * Sites inside expressions that spread over lines: each call, operand, element, argument, property value or template
 * part that is the first on a new line gets one. Source order is evaluation order for all of these.
 */
import type { CallExpression, Expression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import { VISITOR_KEYS } from '@babel/types';
import { columnOf, endOf, firstLine, lastLine, startOf } from '../walk.js';
import { type Place, text } from './verbs.js';

interface Lines {
  readonly place: Place;
  /** Site of each line that the statement has reached; null on its own line, where that line has no site yet. */
  readonly sites: Map<number, number | null>;
}

type Call = CallExpression | OptionalCallExpression | NewExpression;

export interface Root {
  readonly root: Node;
  /** The whole expression may get a probe as well, where it begins on a line of its own. */
  readonly isOperand: boolean;
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
      return [{ root: node.right, isOperand: false }];
    case 'TSExportAssignment':
      return [{ root: node.expression, isOperand: false }];
    default:
      return [];
  }
}

export function spreadOverLines(place: Place, roots: readonly Root[]): void {
  const { node } = place.path;
  const line = firstLine(node);
  if (roots.every(({ root }) => lastLine(root) === line)) return;
  const lines: Lines = { place, sites: new Map([[line, place.scene.siteOf.get(node) ?? null]]) };
  for (const { root, isOperand } of roots) {
    if (isOperand) operandOf(lines, root);
    else visit(lines, root);
  }
}

/** A part whose value is used as it is, so that a probe may stand in front of it. */
function operandOf(lines: Lines, node: Node): void {
  const { place, sites } = lines;
  const line = firstLine(node);
  if (!sites.has(line) && !isConstant(node) && !isDefinition(node)) {
    const site = place.scene.plan.site(node, place.activation);
    sites.set(line, site);
    beginOperand(lines, node, site);
  }
  if (node.type === 'ParenthesizedExpression') operandOf(lines, node.expression);
  else visit(lines, node);
}

function beginOperand({ place: { scene, activation } }: Lines, node: Node, site: number): void {
  scene.plan.around(startOf(node), endOf(node), activation, text('('), text(')'));
  scene.plan.before(startOf(node), activation, scene.plan.lineAction('hit', site, 'operand'));
}

/** Goes into what may hold operands; a function or class is entered by its own activations. */
function visit(lines: Lines, node: Node): void {
  if (isDefinition(node)) return;
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
      visit(lines, node.left);
      value(lines, node.left, node.right);
      return;
    case 'VariableDeclarator':
      if (node.init) value(lines, node.id, node.init);
      return;
    case 'SequenceExpression':
    case 'TemplateLiteral':
      for (const part of node.expressions) operandOf(lines, part);
      return;
    case 'ArrayExpression':
      for (const element of node.elements) if (element) operandOf(lines, element);
      return;
    case 'ObjectProperty':
      if (!node.shorthand) operandOf(lines, node.value);
      return;
    case 'JSXExpressionContainer':
      if (node.expression.type !== 'JSXEmptyExpression') operandOf(lines, node.expression);
      return;
    default:
      for (const child of childrenOf(node)) visit(lines, child);
  }
}

/** V8 names the right side when a pattern cannot take it apart, so that must stay bare. */
function value(lines: Lines, target: Node, source: Expression): void {
  if (target.type === 'ArrayPattern' || target.type === 'ObjectPattern') visit(lines, source);
  else operandOf(lines, source);
}

/**
 * `receiver.link(…)`: when the arguments begin, the receiver is there and the link is what goes on. When they are
 * evaluated, the call belongs to its own line again.
 */
function call(lines: Lines, node: Call): void {
  const { place, sites } = lines;
  const { callee } = node;
  const args = node.arguments as Node[];
  const isLink =
    (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression') && node.type !== 'NewExpression';
  const own = isLink ? callee.property : node;
  visit(lines, callee);
  const line = firstLine(own);
  if (isLink && !sites.has(line)) {
    const site = place.scene.plan.siteAt(line, columnOf(own), place.activation);
    sites.set(line, site);
    beginLink(lines, node, args[0], site);
  }
  const reached = sites.size;
  for (const argument of args) operandOf(lines, argument);
  const last = args.at(-1);
  if (sites.size > reached && last && last.type !== 'SpreadElement') comeBack(lines, last, siteFor(lines, own));
}

function beginLink(lines: Lines, node: Call, first: Node | undefined, site: number): void {
  const { scene, activation } = lines.place;
  if (first && first.type !== 'SpreadElement' && first.type !== 'ArgumentPlaceholder') {
    beginOperand(lines, first, site);
    return;
  }
  const at = first ? startOf(first) : openingParenthesis(node, scene.source) + 1;
  scene.plan.before(at, activation, scene.plan.linkAction(site));
  if (first) scene.plan.before(at, activation, text(','));
}

function comeBack({ place: { scene, activation } }: Lines, last: Node, site: number): void {
  scene.plan.markTimed('resume', site);
  scene.plan.around(startOf(last), endOf(last), activation, { do: 'come-back', site }, { do: 'came-back' });
}

/** The site of the line that a call stands on; a statement that found its line open makes one now. */
function siteFor({ place, sites }: Lines, own: Node): number {
  const known = sites.get(firstLine(own));
  if (known != null) return known;
  const site = place.scene.plan.site(own, place.activation);
  sites.set(firstLine(own), site);
  return site;
}

const SPACE_AND_COMMENTS = /(?:\s|\?\.|\/\/.*|\/\*[\s\S]*?\*\/)*/y;

function openingParenthesis(node: Call, source: string): number {
  const generics = ('typeArguments' in node && node.typeArguments) || ('typeParameters' in node && node.typeParameters);
  SPACE_AND_COMMENTS.lastIndex = endOf(generics || node.callee);
  SPACE_AND_COMMENTS.exec(source);
  return SPACE_AND_COMMENTS.lastIndex;
}

function isDefinition(node: Node): boolean {
  return /Function|Class|Method/.test(node.type);
}

/** Takes no time, and a probe in it would take V8's ready-made copy away. */
function isConstant(node: Node): boolean {
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return isConstant(node.argument);
    case 'ArrayExpression':
      return node.elements.every((element) => element === null || isConstant(element));
    case 'ObjectExpression':
      return node.properties.every(
        (property) => property.type === 'ObjectProperty' && !property.computed && isConstant(property.value),
      );
    case 'SpreadElement':
      return true;
    default:
      return node.type.endsWith('Literal');
  }
}

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  return (VISITOR_KEYS[node.type] ?? [])
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is Node => child !== null && !child.type.startsWith('TSType'));
}
