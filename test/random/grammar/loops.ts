/** Loops: every header logs its tests or steps by itself, so that a program tells how often its lines begin. */
import { type Context, choices, type Form, type Forms, kid, maybeBreak } from './context.js';
import { sub } from './statements.js';
import type { Tree } from './tree.js';

interface Begun {
  readonly label: string;
  /** The scope of the loop's own bindings. */
  readonly inside: Context;
  body(): string;
}

/** `part` is the block among the tree's parts. */
function begin(context: Context, tree: Tree, part: number): Begun {
  const label = (tree.digits[5] as number) % 4 === 3 ? context.name('l') : null;
  const inside = context.inner([...context.jumps, { label, isLoop: true, isBreakable: true }]);
  return {
    label: label === null ? '' : `${label}: `,
    inside,
    body: () => sub(inside, kid(tree, part)),
  };
}

function forLoop(context: Context, tree: Tree): string {
  const [how, rounds, first, second, word] = choices(tree, 6, 4, 12, 12, 3) as [number, number, number, number, number];
  const { label, inside, body } = begin(context, tree, 1);
  const i = context.name('i');
  const keyword = word === 2 ? 'var' : 'let';
  const [t, u] = [context.id(), context.id()];
  const start = context.write(kid(tree, 0));
  inside.bind(i, 'constant');
  const [a, b] = [maybeBreak(first, ' '), maybeBreak(second, ' ')];
  switch (how) {
    case 0:
    case 1:
      return `${label}for (${keyword} ${i} = 0;${a}v(${t}, ${i}) < ${rounds};${b}v(${u}, ${i}++))${body()}`;
    case 2:
      return `${label}for (${keyword} ${i} = (${start}, 0);${a}v(${t}, ${i}) < ${rounds};) {\n${i}++;\n${inside.write(kid(tree, 1))}\n}`;
    case 3:
      return `${label}for (${keyword} ${i} = 0; ;${b}${i}++) {\nif (v(${t}, ${i}) >= ${rounds}) break;\n${inside.write(kid(tree, 1))}\n}`;
    case 4:
      return `${label}for (${keyword} ${i} = 0; ;) {\nif (v(${t}, ${i}++) >= ${rounds}) break;\n${inside.write(kid(tree, 1))}\n}`;
    default: {
      const many = `${keyword} ${i} = 0,${a}fs${i}${context.type(': any[]')} = [v(${t})]`;
      return `${label}for (${many}; v(${u}, ${i}) < ${rounds}; ${i}++)${body()}`;
    }
  }
}

function whileLoop(context: Context, tree: Tree): string {
  const [rounds, first] = choices(tree, 4, 12) as [number, number];
  const { label, inside, body } = begin(context, tree, 0);
  const i = context.name('i');
  inside.bind(i, 'constant');
  const id = context.id();
  return `let ${i} = 0;\n${label}while (${maybeBreak(first, '')}v(${id}, ${i}++) < ${rounds})${body()}`;
}

function doWhileLoop(context: Context, tree: Tree): string {
  const [rounds, first] = choices(tree, 4, 12) as [number, number];
  const { label, inside, body } = begin(context, tree, 0);
  const i = context.name('i');
  inside.bind(i, 'constant');
  const id = context.id();
  const text = body();
  return `let ${i} = 0;\n${label}do${text}${maybeBreak(first, ' ')}while (v(${id}, ${i}++) < ${rounds});`;
}

const TARGETS = ['const', 'let', 'var'];

function forOf(context: Context, tree: Tree): string {
  const [rounds, how, word, first] = choices(tree, 4, 4, 3, 12) as [number, number, number, number];
  const { label, inside, body } = begin(context, tree, 1);
  const x = context.name('x');
  const id = context.id();
  const isAwait = context.frame.canAwait && how !== 0;
  const source = isAwait
    ? [`aitems(${id}, ${rounds})`, `items(${id}, ${rounds})`, `[wait(${id}, 1), v(${context.id()})]`][how - 1]
    : how === 3
      ? `[${context.write(kid(tree, 0))}, 2]`
      : `items(${id}, ${rounds})`;
  const target = how === 2 && !isAwait ? `[${x} = ${context.id()}]` : x;
  inside.bind(x, word === 0 ? 'constant' : 'variable');
  const text = isAwait || how !== 2 ? (source as string) : `[[], [${context.write(kid(tree, 0))}]]`;
  return `${label}for ${isAwait ? 'await ' : ''}(${TARGETS[word]} ${target} of${maybeBreak(first, ' ')}${text})${body()}`;
}

function forIn(context: Context, tree: Tree): string {
  const [word, first, second] = choices(tree, 3, 12, 12) as [number, number, number];
  const { label, inside, body } = begin(context, tree, 1);
  const x = context.name('x');
  inside.bind(x, word === 0 ? 'constant' : 'variable');
  const object = `{ a: ${context.write(kid(tree, 0))},${maybeBreak(second, ' ')}b: 1 }`;
  return `${label}for (${TARGETS[word]} ${x} in${maybeBreak(first, ' ')}${object})${body()}`;
}

/** Closures over the bindings of each round, called when the loop has ended. */
function closures(context: Context, tree: Tree): string {
  const [how, rounds] = choices(tree, 2, 4) as [number, number];
  const { label, inside } = begin(context, tree, 0);
  const [fs, i] = [context.name('fs'), context.name('i')];
  inside.bind(i, 'constant');
  const id = context.id();
  const head =
    how === 0
      ? `for (let ${i} = 0; v(${id}, ${i}) < ${rounds}; ${i}++)`
      : `for (const ${i} of items(${id}, ${rounds}))`;
  const push = `${fs}.push(() =>\nv(${context.id()}, ${i}));`;
  return `const ${fs}${context.type(': any[]')} = [];\n${label}${head} {\n${push}\n${inside.write(kid(tree, 0))}\n}\nfor (const f of ${fs}) log(${context.id()}, f());`;
}

function statement(weight: number, kids: Form['kids'], write: Form['write']): Form {
  return { category: 'statement', kids, weight, write };
}

export const LOOPS: Forms = {
  for: statement(4, ['expression', 'block'], forLoop),
  while: statement(3, ['block'], whileLoop),
  doWhile: statement(3, ['block'], doWhileLoop),
  forOf: statement(5, ['expression', 'block'], forOf),
  forIn: statement(2, ['expression', 'block'], forIn),
  closures: statement(2, ['block'], closures),
};
