/**
 * Initialisers that run outside every function body: those of class fields, and default values of parameters. Like a
 * static block, each is an activation of its own.
 */
import type { NodePath } from '@babel/traverse';
import type { Function as FunctionNode, Node } from '@babel/types';
import { firstLine, isWrapper } from '../walk.js';

/** How a body lies in the source, which decides how it can begin and end. */
export type BodyForm = 'function' | 'static-block' | 'static-field' | 'field' | 'default';

/** A function or class gets its name from where it stands, so nothing may be put around it. Makes no work by itself. */
export function isDefinition(node: Node): boolean {
  return isWrapper(node) ? isDefinition(node.expression) : /Function|Class|Method/.test(node.type);
}

/** A value without work. A probe in an array or object of such would take V8's ready-made copy away. */
export function isConstant(node: Node): boolean {
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
    default:
      return node.type.endsWith('Literal');
  }
}

/** Whether `path` is the value of a class field, whoever evaluates it. */
export function isFieldValue({ parent, key }: NodePath): boolean {
  if (key !== 'value') return false;
  const { type } = parent;
  return type === 'ClassProperty' || type === 'ClassPrivateProperty' || type === 'ClassAccessorProperty';
}

/** The form of a body that is no function; null where `path` is none. */
export function initialiserForm(path: NodePath): Exclude<BodyForm, 'function'> | null {
  const { node, parent } = path;
  if (node.type === 'StaticBlock') return 'static-block';
  if (isFieldValue(path)) {
    if (isDefinition(node) || ('declare' in parent && parent.declare === true)) return null;
    return 'static' in parent && parent.static === true ? 'static-field' : 'field';
  }
  return isDefault(path) ? 'default' : null;
}

/**
 * A default value gets a line of its own where it is not on that of the body: a function on one line counts its calls
 * there. V8 names one that a pattern cannot take apart, so that must stay bare.
 */
function isDefault(path: NodePath): boolean {
  const { node, parent, key } = path;
  if (parent?.type !== 'AssignmentPattern' || key !== 'right' || isConstant(node) || isDefinition(node)) return false;
  if (parent.left.type === 'ArrayPattern' || parent.left.type === 'ObjectPattern') return false;
  const fn = functionOfPattern(path.parentPath as NodePath);
  return fn !== null && firstLine(beginOf(fn)) !== firstLine(node);
}

/** The function that the pattern is a parameter of, or a part of one. */
function functionOfPattern(pattern: NodePath): FunctionNode | null {
  for (let part = pattern; part.parentPath !== null; part = part.parentPath) {
    const outer = part.parentPath;
    if (part.listKey === 'params') return outer.isFunction() ? outer.node : null;
    const isInPattern =
      outer.isObjectPattern() ||
      outer.isArrayPattern() ||
      outer.isRestElement() ||
      outer.isTSParameterProperty() ||
      (outer.isAssignmentPattern() && part.key === 'left') ||
      (outer.isObjectProperty() && part.key === 'value' && outer.parentPath.isObjectPattern());
    if (!isInPattern) return null;
  }
  return null;
}

function beginOf({ body }: FunctionNode): Node {
  return body.type === 'BlockStatement' ? (body.body[0] ?? body) : body;
}
