/** Lines of JSX: each attribute or child that is the first on a new line gets a site. */
import type {
  JSXElement,
  JSXExpressionContainer,
  JSXFragment,
  JSXSpreadAttribute,
  JSXSpreadChild,
  Node,
} from '@babel/types';
import { firstLine } from '../walk.js';
import { beginOperand, comeBack, inBraces, type Lines, leavesLine, openSite, siteFor } from './line-sites.js';

/** How expressions inside JSX are gone through. */
export interface Visitor {
  operandOf(lines: Lines, node: Node): void;
  visit(lines: Lines, node: Node): void;
}

/** Attributes and children in their order, then the element itself on its own line. */
export function jsx(lines: Lines, node: JSXElement | JSXFragment, visitor: Visitor): void {
  const hasLeft = leavesLine(lines, node);
  const attributes = node.type === 'JSXElement' ? node.openingElement.attributes : [];
  const values = attributes.map((attribute) => (attribute.type === 'JSXAttribute' ? attribute.value : attribute));
  const parts = [...values, ...node.children].filter((part) => part != null && isEvaluated(part)) as JsxPart[];
  let isInBraces = false;
  for (const part of parts) isInBraces = jsxPart(lines, part, isChild(part, node), visitor);
  const last = parts.at(-1);
  if (last === undefined || !hasLeft()) return;
  if (last.type === 'JSXExpressionContainer') {
    comeBack(lines, last.expression, siteFor(lines, node));
  } else if (isChild(last, node) && last.type !== 'JSXSpreadChild') {
    if (!isInBraces) inBraces(lines, last);
    comeBack(lines, last, siteFor(lines, node));
  }
}

type JsxPart = JSXElement | JSXFragment | JSXExpressionContainer | JSXSpreadAttribute | JSXSpreadChild;

function isEvaluated(node: Node): boolean {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return node.expression.type !== 'JSXEmptyExpression';
    case 'JSXElement':
    case 'JSXFragment':
    case 'JSXSpreadAttribute':
    case 'JSXSpreadChild':
      return true;
    default:
      return false;
  }
}

function isChild(part: JsxPart, parent: JSXElement | JSXFragment): boolean {
  return (parent.children as readonly Node[]).includes(part);
}

/** Returns whether the part, an element among children, was put into braces. */
function jsxPart(lines: Lines, part: JsxPart, isChildPart: boolean, { operandOf, visit }: Visitor): boolean {
  switch (part.type) {
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
      operandOf(lines, part.expression);
      return false;
    case 'JSXSpreadAttribute':
      operandOf(lines, part.argument);
      return false;
  }
  const isFirst = isChildPart && !lines.sites.has(firstLine(part));
  if (isFirst) {
    inBraces(lines, part);
    beginOperand(lines, part, openSite(lines, part));
  }
  visit(lines, part);
  return isFirst;
}
