/** Visits the tree once and lets the table's rows put down their steps. */
import type { NodePath } from '@babel/traverse';
import type { ArrowFunctionExpression, BlockStatement, File, Program } from '@babel/types';
import type { BodyNode } from '../1-select/bodies.js';
import type { Activation, Selected } from '../1-select/select.js';
import { columnOf, endOf, firstLine, startOf, walk } from '../walk.js';
import { PlanBuilder } from './builder.js';
import { expressionsOf, spreadOverLines } from './expressions.js';
import type { Plan } from './plan.js';
import { isRuntime, PARTS, type Row, TABLE } from './table.js';
import { type Scene, text } from './verbs.js';

export function makePlan(file: File, source: string, selected: Selected): Plan {
  const plan = new PlanBuilder();
  const scene: Scene = {
    plan,
    source,
    current: null,
    opened: new Set(),
    awaitingFirst: new Map(),
    siteOf: new Map(),
    loopLabels: new Map(),
  };
  const enclosing = new Map<Activation, Activation>();
  const outer: (Activation | null)[] = [];

  for (const { start, end } of selected.decorators) plan.around(start ?? 0, end ?? 0, null, text('/*'), text('*/'));
  enterModule(file.program, selected.byNode.get(file.program), scene);

  const plans = (path: NodePath) => {
    const { node } = path;
    const row: Row | undefined = TABLE[node.type] ?? PARTS[node.type];
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
      plans(path);
      if (!path.isFunction()) return;
      const activation = selected.byNode.get(path.node) ?? null;
      if (activation !== null && scene.current !== null) enclosing.set(activation, scene.current);
      outer.push(scene.current);
      scene.current = activation;
      if (activation !== null) enterFunction(path as NodePath<BodyNode>, activation, scene);
    },
    exit(path: NodePath) {
      if (path.isFunction() && isRuntime(path)) scene.current = outer.pop() ?? null;
    },
  });
  return plan.finish(selected, enclosing);
}

function enterFunction(path: NodePath<BodyNode>, activation: Activation, scene: Scene): void {
  const { plan } = scene;
  const { node } = path;
  const { body } = node;
  if (body.type !== 'BlockStatement') {
    const firstSite = plan.siteAt(firstLine(body), columnOf(body), activation);
    plan.markTimed('hit', firstSite);
    const enter = { do: 'enter', form: 'expression', firstSite } as const;
    plan.around(startOf(body), endOf(body), activation, enter, { do: 'leave', form: 'expression' });
    scene.siteOf.set(body, firstSite);
    const bodyPath = (path as NodePath<ArrowFunctionExpression>).get('body') as NodePath;
    spreadOverLines({ scene, path: bodyPath, activation }, [{ root: body, isOperand: false }]);
    return;
  }
  const enter = { do: 'enter' as const, form: 'block' as const, firstSite: 0 };
  scene.awaitingFirst.set(node, enter);
  endDirectives(body, scene);
  const from = body.directives.at(-1)?.end ?? startOf(body) + 1;
  plan.around(from, endOf(body) - 1, activation, enter, { do: 'leave', form: 'block' });
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
  endDirectives(program, scene);
  const enter = { do: 'enter' as const, form: 'module' as const, firstSite: 0 };
  scene.plan.before(startOf(first), activation, enter);
  scene.plan.after(endOf(last), activation, { do: 'leave', form: 'module' });
}
