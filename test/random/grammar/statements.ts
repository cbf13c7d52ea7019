/** Statements that choose, jump, throw and catch. */
import { type Context, choices, type Forms, kid, maybeBreak } from './context.js';
import type { Tree } from './tree.js';

const EXPRESSION = ['expression'] as const;

/** Names that mean something only as a whole statement list, and may not stand alone behind a header. */
const DECLARES = /^\s*(?:let|const|class|function|async function|using|await using|interface|export|\/)/;

/** A block, or its only statement without braces. */
export function sub(context: Context, block: Tree, jumps = context.jumps): string {
  const inside = context.inner(jumps);
  const only = block.kids.length === 1 && (block.digits[1] as number) % 2 === 1;
  const text = inside.write(block);
  const isOne = only && SINGLE.has(block.kids[0]?.form ?? '') && !DECLARES.test(text);
  if (isOne) return maybeBreak(block.digits[2] as number, ' ') + text;
  const end = (block.digits[0] as number) % 4 === 3 ? ' ' : '\n';
  return ` {${end}${text}${end}}`;
}

/** Forms that are one statement. */
const SINGLE = new Set([
  'log',
  'assign',
  'if',
  'while',
  'doWhile',
  'for',
  'forOf',
  'forIn',
  'try',
  'switch',
  'jump',
  'return',
  'throw',
  'block',
]);

/** Forms whose semicolon may be left to the end of the line. */
const MAY_END_OPEN = new Set(['log', 'assign', 'variable', 'jump', 'return', 'throw']);

function block(context: Context, { kids, digits }: Tree): string {
  const pieces = kids.map((statement) => ({ text: context.write(statement), form: statement.form }));
  const onOneLine = (digits[0] as number) % 4 === 3;
  return pieces
    .map(({ text, form }, index) => {
      const next = pieces[index + 1]?.text ?? '';
      const open =
        (digits[3] as number) % 4 === 3 && !onOneLine && MAY_END_OPEN.has(form) && !/^\s*[([`+\-/]/.test(next);
      return open && next !== '' ? text.replace(/;$/, '') : text;
    })
    .join(onOneLine ? ' ' : '\n');
}

function tryStatement(context: Context, tree: Tree): string {
  const [how, binding, end] = choices(tree, 4, 4, 4) as [number, number, number];
  const id = context.id();
  const line = end === 3 ? ' ' : '\n';
  const inside = () => `{${line}${context.inner().write(kid(tree, 0))}${line}}`;
  const parameter = ['(error)', '', '({ name, message })', '(error)'][binding] as string;
  const told = binding === 1 ? `log(${id});` : binding === 2 ? `log(${id}, name, message);` : `report(${id}, error);`;
  const handler = ` catch ${parameter} {${line}${told}${line}${context.inner().write(kid(tree, 1))}${line}}`;
  const last = ` finally {${line}${context.inner().write(kid(tree, 2))}${line}}`;
  return `try ${inside()}${how === 1 ? '' : handler}${how === 0 ? '' : last}`;
}

function jump(context: Context, tree: Tree): string {
  const [which, how] = choices(tree, 12, 3) as [number, number];
  const { jumps } = context;
  const found = jumps[jumps.length - 1 - (which % jumps.length)];
  if (found === undefined) return `log(${context.id()});`;
  const isInnermost = found === jumps.findLast(({ isLoop }) => isLoop);
  const nameless = found.isBreakable && found === jumps.findLast(({ isBreakable }) => isBreakable);
  if (how > 0 && found.isLoop && (found.label !== null || isInnermost)) {
    return `continue${found.label === null ? '' : ` ${found.label}`};`;
  }
  if (found.label !== null) return `break ${found.label};`;
  return nameless ? 'break;' : `log(${context.id()});`;
}

/** What leaves a list of statements stands behind a condition, mostly. */
function guarded(context: Context, tree: Tree, text: string): string {
  const how = (tree.digits[3] as number) % 4;
  if (how === 0) return text;
  return `if (v(${context.id()}) % ${how + 1})${maybeBreak(tree.digits[4] as number, ' ')}${text}`;
}

function switchStatement(context: Context, tree: Tree): string {
  const [first, label] = choices(tree, 12, 4) as [number, number];
  const value = context.write(kid(tree, 0));
  const name = label === 3 ? context.name('s') : null;
  const inside = context.inner([...context.jumps, { label: name, isLoop: false, isBreakable: true }]);
  const cases = inside.write(kid(tree, 1));
  return `${name === null ? '' : `${name}: `}switch (${maybeBreak(first, '')}${value}) {\n${cases}\n}`;
}

export const STATEMENTS: Forms = {
  log: {
    category: 'statement',
    kids: EXPRESSION,
    weight: 6,
    write: (context, tree) =>
      `log(${context.id()},${maybeBreak(tree.digits[0] as number, ' ')}${context.write(kid(tree, 0))});`,
  },
  assign: {
    category: 'statement',
    kids: EXPRESSION,
    weight: 4,
    write(context, tree) {
      const target = context.one(tree.digits[0] as number, ({ role }) => role === 'variable');
      const left = target?.name ?? `state.s${context.id()}`;
      return `${left} = ${context.write(kid(tree, 0))};`;
    },
  },
  if: {
    category: 'statement',
    kids: ['expression', 'block', 'block'],
    weight: 5,
    write(context, tree) {
      const [otherwise, first] = choices(tree, 2, 12) as [number, number];
      const head = `if (${maybeBreak(first, '')}${context.write(kid(tree, 0))})`;
      const yes = sub(context, kid(tree, 1));
      return otherwise === 0 ? `${head}${yes}` : `${head}${yes} else${sub(context, kid(tree, 2))}`;
    },
  },
  block: {
    category: 'block',
    kids: [],
    weight: 1,
    write: block,
  },
  nested: {
    category: 'statement',
    kids: ['block'],
    weight: 2,
    write(context, tree) {
      const [how] = choices(tree, 3) as [number];
      const name = how === 1 ? context.name('b') : null;
      const jumps =
        name === null ? context.jumps : [...context.jumps, { label: name, isLoop: false, isBreakable: false }];
      return `${name === null ? '' : `${name}: `}{\n${context.inner(jumps).write(kid(tree, 0))}\n}`;
    },
  },
  try: { category: 'statement', kids: ['block', 'block', 'block'], weight: 6, write: tryStatement },
  jump: {
    category: 'statement',
    kids: [],
    weight: 12,
    write: (context, tree) => guarded(context, tree, jump(context, tree)),
  },
  return: {
    category: 'statement',
    kids: EXPRESSION,
    weight: 3,
    write(context, tree) {
      if (!context.frame.canReturn) return `log(${context.id()});`;
      const value = (tree.digits[0] as number) % 4 === 3 ? '' : ` ${context.write(kid(tree, 0))}`;
      return guarded(context, tree, `return${value};`);
    },
  },
  throw: {
    category: 'statement',
    kids: EXPRESSION,
    weight: 3,
    write(context, tree) {
      const { isCalm } = context.options;
      const value = context.write(kid(tree, 0));
      if (isCalm) return `log(${context.id()}, ${value});`;
      const what =
        (tree.digits[0] as number) % 3 === 0 ? value : `new Error(${maybeBreak(tree.digits[1] as number, '')}${value})`;
      return guarded(context, tree, `throw ${what};`);
    },
  },
  switch: { category: 'statement', kids: ['expression', 'cases'], weight: 3, write: switchStatement },
  cases: {
    category: 'cases',
    kids: [],
    weight: 1,
    write(context, { kids, digits }) {
      const standard = (digits[0] as number) % (kids.length + 1);
      return kids
        .map((one, index) => {
          const head = index === standard ? 'default:' : `case v(${context.id()}, ${(one.digits[0] as number) % 3}):`;
          return `${head}${context.write(one)}`;
        })
        .join('\n');
    },
  },
  case: {
    category: 'case',
    kids: ['block'],
    weight: 1,
    write(context, tree) {
      const [, how, end] = choices(tree, 12, 3, 2) as [number, number, number];
      // What a case binds is dead in another one that is entered directly.
      const scope = context.options.isCalm ? context.inner() : context;
      const inside = scope.write(kid(tree, 0));
      const text = how === 1 ? ` {\n${inside}\n}` : `${how === 2 ? ' ' : '\n'}${inside}`;
      return end === 1 ? `${text}\nbreak;` : text;
    },
  },
};
