/** Visits the tree once and lets the table's rows put down their steps. */
import type { NodePath } from '@babel/traverse';
import type {
  ArrowFunctionExpression,
  BlockStatement,
  File,
  Function as FunctionNode,
  Node,
  Program,
  StaticBlock,
} from '@babel/types';
import { isConstant, isFieldValue } from '../1-select/initialisers.js';
import type { Activation, Selected } from '../1-select/select.js';
import { endOf, firstLine, startOf, walk } from '../walk.js';
import { bindingOffset, mayRunEarly } from './binding.js';
import { PlanBuilder } from './builder.js';
import { spreadOverLines } from './expressions.js';
import { makeOutside } from './outside.js';
import type { EntryForm, Plan } from './plan.js';
import { expressionsOf } from './roots.js';
import { isRuntime, PARTS, type Row, TABLE } from './table.js';
import { passThrough, returnOf, type Scene, text } from './verbs.js';

export function makePlan(file: File, source: string, selected: Selected): Plan {
  const plan = new PlanBuilder();
  const scene: Scene = {
    plan,
    source,
    current: null,
    opened: new Set(),
    onTop: new Set(),
    awaitingFirst: new Map(),
    siteOf: new Map(),
    loopLabels: new Map(),
  };
  const outside = makeOutside(plan);
  const enclosing = new Map<Activation, Activation>();
  /** Bodies around the visited node, and the activations that they stand in. */
  const bodies: { readonly node: Node; readonly outer: Activation | null }[] = [];

  endDirectives(file.program, scene);
  plan.before(bindingOffset(file.program, source), null, { do: 'bind' });
  for (const { start, end } of selected.decorators) plan.around(start ?? 0, end ?? 0, null, text('/*'), text('*/'));
  enterModule(file.program, selected.byNode.get(file.program), scene);

  const plans = (path: NodePath) => {
    const { node } = path;
    const row: Row | undefined = TABLE[node.type] ?? PARTS[node.type];
    if (scene.current === null) outside.enter(path);
    if (row === undefined || scene.current === null) return;
    const place = { scene, path, activation: scene.current };
    row(place, node as never);
    spreadOverLines(place, expressionsOf(node));
  };

  walk(file, {
    enter(path: NodePath) {
      if (!isRuntime(path)) {
        path.skip();
        return;
      }
      const { node } = path;
      if (isOutsideOfMethod(path)) {
        bodies.push({ node, outer: scene.current });
        scene.current = bodies.at(-2)?.outer ?? null;
      }
      plans(path);
      const activation = selected.byNode.get(node) ?? null;
      if (node.type === 'Program' || (activation === null && !isBody(path))) return;
      if (activation !== null && scene.current !== null) enclosing.set(activation, scene.current);
      bodies.push({ node, outer: scene.current });
      scene.current = activation;
      if (activation !== null) enterBody(path, activation, scene);
    },
    exit({ node }: NodePath) {
      if (scene.current === null) outside.exit(node);
      // A computed name that is a function itself is both.
      while (bodies.at(-1)?.node === node) scene.current = bodies.pop()?.outer ?? null;
    },
  });
  return plan.finish(selected, enclosing, mayRunEarly(file.program));
}

/** A method's computed name and its decorators are evaluated where the class or object stands. */
function isOutsideOfMethod({ parentPath, key, listKey }: NodePath): boolean {
  return parentPath?.isMethod() === true && (key === 'key' || listKey === 'decorators');
}

/** What runs apart from the code around it, even where it is not profiled. */
function isBody(path: NodePath): boolean {
  return path.isFunction() || path.isStaticBlock() || isFieldValue(path);
}

function enterBody(path: NodePath, activation: Activation, scene: Scene): void {
  switch (activation.form) {
    case 'function':
      enterFunction(path as NodePath<FunctionNode>, activation, scene);
      break;
    case 'static-block':
      enterStaticBlock(path.node as StaticBlock, activation, scene);
      break;
    case 'static-field':
    case 'field':
    case 'default':
      enterInitialiser(path, activation, scene);
  }
}

function enterFunction(path: NodePath<FunctionNode>, activation: Activation, scene: Scene): void {
  const { node } = path;
  const { body } = node;
  if (body.type !== 'BlockStatement') {
    const bodyPath = (path as NodePath<ArrowFunctionExpression>).get('body') as NodePath;
    enterExpression(bodyPath, activation, scene, 'expression');
    return;
  }
  endDirectives(body, scene);
  enterBlock(node, body.directives.at(-1)?.end ?? startOf(body) + 1, activation, scene);
}

/** `static {`: the first brace behind the keyword. */
function enterStaticBlock(node: StaticBlock, activation: Activation, scene: Scene): void {
  const from = node.body[0] === undefined ? endOf(node) - 1 : endOfOpening(node, scene.source);
  enterBlock(node, from, activation, scene);
}

const STATIC_OPENING = /static(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*\{/y;

function endOfOpening(node: StaticBlock, source: string): number {
  STATIC_OPENING.lastIndex = startOf(node);
  STATIC_OPENING.exec(source);
  return STATIC_OPENING.lastIndex;
}

/** `holder` ends with the brace that ends the block. */
function enterBlock(holder: Node, from: number, activation: Activation, { plan, awaitingFirst }: Scene): void {
  const enter = { do: 'enter' as const, form: 'block' as const, firstSite: 0 };
  awaitingFirst.set(holder, enter);
  plan.around(from, endOf(holder) - 1, activation, enter, { do: 'leave', form: 'block' });
}

function enterInitialiser(path: NodePath, activation: Activation, scene: Scene): void {
  enterExpression(path, activation, scene, isConstant(path.node) ? 'constant' : 'initialiser');
}

/** The whole body is one expression, which is the activation's first line. */
function enterExpression(path: NodePath, activation: Activation, scene: Scene, form: EntryForm): void {
  const { plan } = scene;
  const { node } = path;
  const begin = withoutParentheses(node);
  const firstSite = plan.site(begin, activation);
  if (form !== 'constant') plan.markTimed('hit', firstSite);
  plan.around(startOf(node), endOf(node), activation, { do: 'enter', form, firstSite }, { do: 'leave', form });
  if (form === 'expression' && activation.kind === 'sync') {
    passThrough({ scene, path, activation }, node, returnOf(node, scene.source));
  }
  scene.siteOf.set(node, firstSite);
  spreadOverLines({ scene, path, activation }, [{ root: begin, isOperand: false }], firstLine(begin));
}

function withoutParentheses(node: Node): Node {
  return node.type === 'ParenthesizedExpression' ? withoutParentheses(node.expression) : node;
}

/** A directive without a semicolon would go on into what is put behind it. */
function endDirectives({ directives }: BlockStatement | Program, { plan, source }: Scene): void {
  const end = directives.at(-1)?.end;
  if (end != null && source[end - 1] !== ';') plan.before(end, null, text(';'));
}

/** The module's own statements run from its first one to the end of its last. */
function enterModule(program: Program, activation: Activation | undefined, scene: Scene): void {
  const first = program.body[0];
  const last = program.body.at(-1);
  if (activation === undefined || first === undefined || last === undefined) return;
  scene.current = activation;
  const enter = { do: 'enter' as const, form: 'module' as const, firstSite: 0 };
  scene.plan.before(startOf(first), activation, enter);
  scene.plan.after(startOf(first), endOf(last), activation, { do: 'leave', form: 'module' });
}
