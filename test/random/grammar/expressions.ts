/** Values, operators and literals, over one line or several. */
import { type Context, choices, type Form, type Forms, kid, maybeBreak } from './context.js';
import { KNOWN } from './known.js';
import type { Tree } from './tree.js';

type Write = (context: Context, tree: Tree) => string;

function form(weight: number, parts: number, write: Write, tight = false): Form {
  return {
    category: 'expression',
    kids: Array.from({ length: parts }, () => 'expression' as const),
    weight,
    tight,
    write,
  };
}

const OPERATORS = ['+', '*', '<', '===', '-', '!=='];
const LOGICAL = ['&&', '||', '??'];
const ASSIGNMENTS = ['=', '+=', '??=', '&&=', '||='];

function name(context: Context, tree: Tree): string {
  const [which, how] = choices(tree, 12, 6) as [number, number];
  const found = context.one(which, ({ role }) => role === 'variable' || role === 'constant');
  if (found === undefined) return `v(${context.id()})`;
  return how < 3 ? found.name : `v(${context.id()}, ${found.name})`;
}

function binary(context: Context, tree: Tree): string {
  const [which, before, after] = choices(tree, OPERATORS.length, 12, 12) as [number, number, number];
  const left = context.operand(kid(tree, 0));
  return `${left}${maybeBreak(before, ' ')}${OPERATORS[which]}${maybeBreak(after, ' ')}${context.operand(kid(tree, 1))}`;
}

function logical(context: Context, tree: Tree): string {
  const [which, before, after] = choices(tree, LOGICAL.length, 12, 12) as [number, number, number];
  const left = context.operand(kid(tree, 0));
  return `${left}${maybeBreak(before, ' ')}${LOGICAL[which]}${maybeBreak(after, ' ')}${context.operand(kid(tree, 1))}`;
}

function conditional(context: Context, tree: Tree): string {
  const [first, second] = choices(tree, 12, 12);
  const test = context.operand(kid(tree, 0));
  const [yes, no] = [context.operand(kid(tree, 1)), context.operand(kid(tree, 2))];
  return `${test}${maybeBreak(first as number, ' ')}? ${yes}${maybeBreak(second as number, ' ')}: ${no}`;
}

function traced(context: Context, tree: Tree): string {
  const [, before, after] = choices(tree, 12, 12, 12) as [number, number, number];
  const id = context.id();
  return `v(${maybeBreak(before, '')}${id},${maybeBreak(after, ' ')}${context.write(kid(tree, 0))})`;
}

function template(context: Context, tree: Tree): string {
  const [tagged, first, second] = choices(tree, 3, 12, 12) as [number, number, number];
  const [a, b] = [context.write(kid(tree, 0)), context.write(kid(tree, 1))];
  const text = `\`a\${${maybeBreak(first, '')}${a}}${maybeBreak(second, ' b ')}\${${b}}\\n\``;
  return tagged === 2 ? `tag${text}` : text;
}

function array(context: Context, tree: Tree): string {
  const [how, first, second, spread] = choices(tree, 3, 12, 12, 3) as [number, number, number, number];
  const parts = [context.write(kid(tree, 0)), context.write(kid(tree, 1))];
  const rest = spread === 1 ? `, ...items(${context.id()}, 2)` : spread === 2 ? `, ...[v(${context.id()})]` : '';
  const list = `[${maybeBreak(first, '')}${parts[0]},${how === 2 ? ',' : ''}${maybeBreak(second, ' ')}${parts[1]}${rest}]`;
  return how === 1 ? `${list}.length` : `${list}${how === 2 ? '.join()' : ''}`;
}

function object(context: Context, tree: Tree): string {
  const [how, first, second, read] = choices(tree, 5, 12, 12, 4) as [number, number, number, number];
  const a = context.write(kid(tree, 0));
  const b = () => context.write(kid(tree, 1));
  const inside = () => readOnly(context, kid(tree, 1));
  const id = context.id();
  const property = [
    () => `b: ${b()}`,
    () => `[v(${id}, 'b')]: ${b()}`,
    () => `get b() { log(${id}); return ${inside()} }`,
    () => `...{ b:${maybeBreak(second, ' ')}${b()} }`,
    () => `b(c${context.type(': any')} = ${inside()}) { return c }`,
  ][how]?.();
  const text = `{${maybeBreak(first, ' ')}a: ${a},${maybeBreak(second, ' ')}${property} }`;
  // A method is called: the text of a function shows its probes.
  return `(${text})${how === 4 ? '.b()' : read === 0 ? '.b' : read === 1 ? `?.['a']` : ''}`;
}

/** The same expression inside a function of its own: it neither awaits nor yields there. */
function readOnly(context: Context, tree: Tree): string {
  return context
    .within({
      kind: 'sync',
      canAwait: false,
      canYield: false,
      hasArguments: false,
      hasNewTarget: false,
      hasSuper: false,
      hasThis: false,
      self: null,
    })
    .write(tree);
}

function assignment(context: Context, tree: Tree): string {
  const [which, how, first] = choices(tree, 12, ASSIGNMENTS.length + 3, 12) as [number, number, number];
  const target = context.one(which, ({ role }) => role === 'variable');
  const value = context.write(kid(tree, 0));
  if (target === undefined) return `(void (${value}))`;
  const end = maybeBreak(first, ' ');
  if (how === ASSIGNMENTS.length) return `(${target.name}++)`;
  if (how === ASSIGNMENTS.length + 1) return `([${target.name},${end}] =${end}[${value}, 1])`;
  if (how === ASSIGNMENTS.length + 2)
    return `({ a: ${target.name} = ${value} } =${end}{ a: ${first % 2 ? 'undefined' : '1'} })`;
  return `(${target.name} ${ASSIGNMENTS[how]}${end}${value})`;
}

function comma(context: Context, tree: Tree): string {
  const [first] = choices(tree, 12) as [number];
  return `(${context.write(kid(tree, 0))},${maybeBreak(first, ' ')}${context.write(kid(tree, 1))})`;
}

function unary(context: Context, tree: Tree): string {
  const [how] = choices(tree, 8) as [number];
  const operand = () => context.operand(kid(tree, 0));
  switch (how) {
    case 0:
      return `typeof ${operand()}`;
    case 1:
      return `!${operand()}`;
    case 2:
      return `void ${operand()}`;
    case 3:
      return 'typeof undeclared';
    case 4:
      return `delete maybe(${context.id()}, 1)?.a[${key(context, kid(tree, 0))}]`;
    case 5:
      return `'a' in maybe(${context.id()}, 1)`;
    case 6:
      return `String(BigInt(v(${context.id()})) ** 2n + ${context.options.isCalm ? '1n' : `(v(${context.id()}) % 3 ? 1n : ${operand()})`})`;
    default:
      return `/a(b)?(?<c>c)/${maybeBreak(tree.digits[1] as number, '')}.exec('abc'${operand().length % 2 ? ' + 1' : ''})?.groups?.c`;
  }
}

function key(context: Context, tree: Tree): string {
  return KNOWN.has('computed-key-begins-line') ? `v(${context.id()})` : context.write(tree);
}

function optional(context: Context, tree: Tree): string {
  const [value, how, first, second] = choices(tree, 3, 4, 12, 12) as [number, number, number, number];
  const start = `maybe(${context.id()}, ${value})${maybeBreak(first, '')}`;
  const end = maybeBreak(second, '');
  return [
    () => `${start}?.a${end}[${key(context, kid(tree, 0))}]`,
    () => `${start}?.[${key(context, kid(tree, 0))}]${end}?.b`,
    () => `${start}?.f(${end}${context.write(kid(tree, 0))})`,
    () => `${start}?.f?.(${context.write(kid(tree, 0))},${end}${context.write(kid(tree, 1))})${end}?.toString()`,
  ][how]?.() as string;
}

function chain(context: Context, tree: Tree): string {
  const [how, first, second, third, count] = choices(tree, 4, 12, 12, 12, 3) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [a, b] = [kid(tree, 0), kid(tree, 1)];
  const x = context.name('x');
  const callback = () => `(${x}${context.type(': any')}) => ${readOnly(context, b)}`;
  const start = [
    () => `[1, ${context.write(a)}]`,
    () => `Array.from(items(${context.id()}, 2))`,
    () => `v(${context.id()}, [2])`,
  ][count]?.();
  const link = (digit: number) => maybeBreak(digit + 1, '');
  return [
    () =>
      `${start}${link(first)}.map(${callback()})${link(second)}.join(${maybeBreak(third, '')}v(${context.id()}, '-'))`,
    () =>
      `${start}${link(first)}.filter(${maybeBreak(third, '')}${callback()})${link(second)}.slice()${link(third)}.length`,
    () =>
      `${start}${link(first)}.concat(${maybeBreak(third, '')}[${context.write(b)}])${link(second)}.flat()${link(third)}.toString()`,
    () => `${start}${link(first)}.at(0)${link(second)}?.valueOf?.()`,
  ][how]?.() as string;
}

function suspension(context: Context, tree: Tree): string {
  const { canAwait, canYield } = context.frame;
  const [how, which, first] = choices(tree, 2, 6, 12) as [number, number, number];
  const value = () => context.write(kid(tree, 0));
  const end = maybeBreak(first, '');
  if (canYield && (how === 0 || !canAwait)) {
    if (which === 1) return '(yield)';
    if (which === 2) return `(yield* items(${end}${context.id()}, 2))`;
    const delegate = context.one(first, ({ role }) => role === 'generator');
    if (which === 3 && delegate !== undefined) return `(yield* ${delegate.name}(${end}0, ${value()}))`;
    // A line end behind `yield` would end it.
    return `(yield ${KNOWN.has('yield-ends-with-operand') ? context.operand(kid(tree, 0)) : value()})`;
  }
  if (!canAwait) return `v(${context.id()}, ${value()})`;
  return [
    () => `(await wait(${end}${context.id()}, 1, ${value()}))`,
    () => `(await ${context.operand(kid(tree, 0))})`,
    () => `(await soon(${context.id()},${end} ${value()}))`,
    () => `(await Promise.all([${end}wait(${context.id()}, 2), ${value()}])).length`,
    () => `(await thenable(${context.id()}, ${value()}))`,
    () =>
      `(await${maybeBreak(first, ' ')}(async () => ${context.within({ kind: 'async', canYield: false, self: null }).write(kid(tree, 0))})())`,
  ][which]?.() as string;
}

function meta(context: Context, tree: Tree): string {
  const [how] = choices(tree, 6) as [number];
  const { frame } = context;
  if (how === 0 && frame.hasArguments) return `arguments.length`;
  if (how === 1 && frame.hasNewTarget) return `(new.target === undefined)`;
  if (how === 2 && frame.hasThis) return `typeof this`;
  if (how === 3 && frame.hasSuper) return `super.toString.name`;
  if (how === 4 && frame.hasSuper) return `typeof super[v(${context.id()}, 'missing')]`;
  if (how === 5 && frame.hasArguments && !context.options.isCalm) return `(arguments[0] = v(${context.id()}))`;
  return `v(${context.id()})`;
}

/** What throws, each in its own way. */
function throwing(context: Context, tree: Tree): string {
  if (context.options.isCalm) return `v(${context.id()})`;
  const [how, first] = choices(tree, 8, 12) as [number, number];
  const id = context.id();
  const value = context.write(kid(tree, 0));
  const end = maybeBreak(first, '');
  return [
    `fail(${id})`,
    `nothing(${id})${end}.a`,
    `nothing(${id})?.a.b.${end}c`,
    `maybe(${id}, 1).missing(${end}${value})`,
    `new (v(${id}, 1))(${end}${value})`,
    'undeclared',
    `(([a${id}]) => a${id})(nothing(${end}${id}))`,
    `fail(${end}${value})`,
  ][how] as string;
}

export const EXPRESSIONS: Forms = {
  value: form(6, 0, (context) => `v(${context.id()})`, true),
  literal: form(
    2,
    0,
    (_context, { digits }) => ['0', `'a'`, 'null', 'undefined', 'true', '1.5'][(digits[0] as number) % 6] as string,
    true,
  ),
  name: form(4, 0, name, true),
  traced: form(4, 1, traced, true),
  binary: form(4, 2, binary),
  logical: form(3, 2, logical),
  conditional: form(2, 3, conditional),
  template: form(2, 2, template, true),
  array: form(2, 2, array, true),
  object: form(2, 2, object, true),
  assignment: form(3, 1, assignment, true),
  comma: form(2, 2, comma, true),
  unary: form(2, 1, unary),
  optional: form(2, 2, optional, true),
  chain: form(3, 2, chain, true),
  suspension: form(5, 1, suspension, true),
  meta: form(2, 0, meta, true),
  throwing: form(2, 1, throwing, true),
};
