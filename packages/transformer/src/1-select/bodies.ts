/** Collects every function body of a file, with what decides about it. Reads the tree, changes nothing. */
import type { NodePath } from '@babel/traverse';
import type { Class, Comment, Decorator, File, Node, VariableDeclaration } from '@babel/types';
import { firstLine, startOf, walk } from '../walk.js';
import { type BodyForm, initialiserForm } from './initialisers.js';
import { commentsBehindModifiers, HOLDERS, implementationOf, isDirectlyBefore, isFunction } from './mark-targets.js';
import { DECORATOR_NAME, type Mark } from './marks.js';
import { ownName } from './names.js';

/** A function, a static block, or the expression of an initialiser. */
export type BodyNode = Node;

export interface Body {
  readonly node: BodyNode;
  readonly form: BodyForm;
  /** Qualified: `Grid.step`, `outer.inner`. */
  readonly name: string;
  readonly hasName: boolean;
  readonly parent: Body | null;
  /** The class whose field or static block it is: they share a listing. */
  readonly ofClass: Node | null;
  mark: Mark['kind'] | null;
  markLine: number | null;
  /** Declares something with `using`: more runs when a block of it ends. */
  disposes: boolean;
  /** Why the body must stay as it is, if it must. */
  untouchable: string | null;
}

export interface Survey {
  /** In the order of the source: an enclosing body comes before what it holds. */
  readonly bodies: readonly Body[];
  /** Marks that stand before something which holds no function. */
  readonly unused: readonly Mark[];
  /** Decorators that are marks: not JavaScript's business, so they are commented out. */
  readonly decorators: readonly Decorator[];
  readonly moduleUntouchable: string | null;
}

export function isUsing({ kind }: VariableDeclaration): boolean {
  return kind === 'using' || kind === 'await using';
}

function isClass(node: Node): node is Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function survey(file: File, source: string, marks: ReadonlyMap<Comment, Mark>): Survey {
  const bodies: Body[] = [];
  const byNode = new Map<Node, Body>();
  /** Nodes that a mark stands before. */
  const marked = new Map<Node, Mark>();
  const decorated = new Map<Node, Decorator>();
  const open: Body[] = [];
  const names: string[] = [];
  const classes: Node[] = [];
  let moduleUntouchable: string | null = null;
  let withDepth = 0;
  let declaresProfile = false;

  const noteUntouchable = (reason: string) => {
    for (const body of open) body.untouchable ??= reason;
    moduleUntouchable ??= reason;
  };

  const noteMark = (comment: Comment, target: Node) => {
    const mark = marks.get(comment);
    if (mark !== undefined && mark.kind !== 'file') marked.set(target, mark);
  };

  const noteMarks = (path: NodePath) => {
    const { node } = path;
    const target = implementationOf(path);
    for (const comment of node.leadingComments ?? []) {
      if (marks.has(comment) && isDirectlyBefore(comment, node, source)) noteMark(comment, target);
    }
    for (const comment of commentsBehindModifiers(node)) noteMark(comment, target);
  };

  const enterBody = (node: Node, form: BodyForm, name: string, hasName: boolean) => {
    const body: Body = {
      node,
      form,
      name,
      hasName,
      parent: open.at(-1) ?? null,
      ofClass: form === 'function' || form === 'default' ? null : (classes.at(-1) ?? null),
      mark: null,
      markLine: null,
      disposes: false,
      untouchable: withDepth > 0 ? 'it stands inside `with`' : null,
    };
    bodies.push(body);
    byNode.set(node, body);
    open.push(body);
  };

  walk(file, {
    enter(path: NodePath) {
      const { node } = path;
      noteMarks(path);
      if ('decorators' in node && Array.isArray(node.decorators)) {
        for (const decorator of node.decorators) {
          if (decorator.expression.type === 'Identifier' && decorator.expression.name === DECORATOR_NAME) {
            decorated.set(node, decorator);
          }
        }
      }
      if (declaresName(path, DECORATOR_NAME)) declaresProfile = true;
      const form = initialiserForm(path);
      if (form !== null) enterBody(node, form, qualified([...names, INITIALISERS[form]]), form === 'field');
      if (isClass(node)) {
        names.push(ownName(path, source) ?? '<class>');
        classes.push(node);
      } else if (isFunction(node)) {
        const name = ownName(path, source);
        names.push(name ?? '<anonymous>');
        enterBody(node, 'function', qualified(names), name !== null);
      } else if (node.type === 'VariableDeclaration' && isUsing(node)) {
        const body = open.at(-1);
        if (body !== undefined) body.disposes = true;
      } else if (node.type === 'WithStatement') {
        withDepth++;
        noteUntouchable('it contains `with`');
      } else if (node.type === 'CallExpression' && isDirectEval(node.callee)) {
        noteUntouchable('it contains a direct `eval`');
      }
    },
    exit({ node }: NodePath) {
      if (isClass(node)) {
        names.pop();
        classes.pop();
      } else if (isFunction(node)) names.pop();
      else if (node.type === 'WithStatement') withDepth--;
      if (open.at(-1)?.node === node) open.pop();
    },
  });

  const used = new Set<Mark>();
  const nearest = new Map<Body, number>();
  const put = (node: Node, kind: Body['mark'], line: number): boolean => {
    const held = bodiesHeldBy(node, byNode);
    for (const body of held) {
      // An inner mark wins over one on the statement or class around it.
      if ((nearest.get(body) ?? 0) > line) continue;
      nearest.set(body, line);
      body.mark = kind;
      // A listing begins at the mark of its function, not at that of a whole class.
      body.markLine = held.length === 1 && !isClass(node) ? line : null;
    }
    return held.length > 0;
  };
  for (const [node, mark] of marked) {
    if (put(node, mark.kind, mark.line)) used.add(mark);
  }
  const decorators: Decorator[] = [];
  if (!declaresProfile) {
    for (const [node, decorator] of decorated) {
      decorators.push(decorator);
      put(node, 'profile', firstLine(decorator));
    }
  }
  const unused = [...marks.values()].filter((mark) => !used.has(mark));
  return { bodies, unused, decorators, moduleUntouchable };
}

/** Names of listings that hold a class's fields and static blocks; a default belongs to its function. */
const INITIALISERS: Readonly<Record<Exclude<BodyForm, 'function'>, string>> = {
  field: '<fields>',
  'static-field': '<static>',
  'static-block': '<static>',
  default: '<defaults>',
};

/** An anonymous function only counts as the last part. */
function qualified(names: readonly string[]): string {
  return names.filter((part, index) => part !== '<anonymous>' || index === names.length - 1).join('.');
}

function isDirectEval(callee: Node): boolean {
  if (callee.type === 'ParenthesizedExpression') return isDirectEval(callee.expression);
  return callee.type === 'Identifier' && callee.name === 'eval';
}

/** A node that binds the name, anywhere in the file: enough to leave a decorator of that name alone. */
function declaresName(path: NodePath, name: string): boolean {
  const { node, parent, key } = path;
  if (node.type !== 'Identifier' || node.name !== name || parent === null || parent === undefined) return false;
  switch (parent.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'TSImportEqualsDeclaration':
      return key !== 'imported';
    case 'VariableDeclarator':
      return key === 'id';
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSDeclareFunction':
      return key === 'id' || path.listKey === 'params';
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
      return path.listKey === 'params';
    case 'ObjectProperty':
      return key === 'value' && path.parentPath?.parent.type === 'ObjectPattern';
    default:
      return false;
  }
}

/** The functions that a mark before `node` speaks of: the node itself, a class's methods, or what a statement holds. */
function bodiesHeldBy(node: Node, byNode: ReadonlyMap<Node, Body>): Body[] {
  const body = byNode.get(node);
  if (body !== undefined) return [body];
  if (!isClass(node) && !HOLDERS.has(node.type)) return [];
  const from = startOf(node);
  const to = node.end as number;
  const within = [...byNode.values()].filter((b) => startOf(b.node) >= from && (b.node.end as number) <= to);
  return within.filter((b) => b.parent === null || !within.includes(b.parent));
}
