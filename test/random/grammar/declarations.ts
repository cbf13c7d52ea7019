/** Function declarations, variables and patterns. */
import { type Context, choices, type Forms, kid, maybeBreak } from './context.js';
import { asyncWord, callOf, frameOf, functionOf, kindOf, star } from './functions.js';
import type { Tree } from './tree.js';

/** A mark on a line of its own, where functions are marked one by one. */
export function mark(context: Context, digit: number): string {
  return context.options.marks === 'functions' && digit % 3 !== 2 ? '\n// @profile\n' : '';
}

function functionDeclaration(context: Context, tree: Tree): string {
  const [digit, how, marked, when, exported] = choices(tree, 12, 4, 12, 4, 3) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const kind = kindOf(digit);
  const name = context.name('f');
  const binding = { name, role: kind };
  // An arrow has no name of its own to call before it is there.
  const isArrow = how === 3 && star(kind) === '';
  const frame = isArrow
    ? { kind, canAwait: kind === 'async', canYield: false, canReturn: true, self: binding }
    : frameOf(kind, { self: binding });
  const { params, body } = functionOf(context, kid(tree, 0), frame);
  const call = () =>
    `log(${context.id()}, ${callOf(context, binding, `${when % 2}, ${context.write(kid(tree, 1))}`)});`;
  const early = !isArrow && how === 0 && when === 3 ? `${call()}\n` : '';
  const canExport = exported === 2 && context.options.isModule && context.isTop;
  const text = isArrow
    ? `const ${name} = ${asyncWord(kind)}(${params}) => ${body};`
    : how === 2
      ? `const ${name} = ${asyncWord(kind)}function${star(kind)} (${params}) ${body};`
      : `${asyncWord(kind)}function${star(kind)} ${name}(${params}) ${body}`;
  context.bind(name, kind);
  return `${early}${mark(context, marked)}${canExport ? 'export ' : ''}${text}\n${call()}`;
}

function variable(context: Context, tree: Tree): string {
  const [word, how, first, second] = choices(tree, 3, 7, 12, 12) as [number, number, number, number];
  const keyword = ['let', 'const', 'var'][word] as string;
  const [a, b] = [context.name('x'), context.name('x')];
  const value = context.write(kid(tree, 0));
  const role = keyword === 'const' ? 'constant' : 'variable';
  const other = () => context.write(kid(tree, 1));
  const end = maybeBreak(first, ' ');
  const any = context.type(': any');
  const bind = (...names: string[]) => {
    for (const name of names) context.bind(name, role);
  };
  const text = [
    () => `${keyword} ${a}${any} =${end}${value};`,
    () => `${keyword} ${a}${any} = ${value},${end}${b} = ${other()};`,
    () => `${keyword} [${a} = ${other()}, ...${b}] =${end}[${second % 2 ? 'undefined' : value}, ${value.length % 3}];`,
    () => `${keyword} {${end}a: ${a} = ${other()}, ...${b} } = { a: ${value}, c: 1 };`,
    () => `${keyword} { [v(${context.id()}, 'k')]: ${a} =${end}${value}, l: { ${b} = 1 } = {} }${any} = {};`,
    () => `${keyword} [${a}, ${b} = ${value}]${context.type(': any[]')} =${end}items(${context.id()}, ${first % 3});`,
    () => (keyword === 'const' ? `const ${a} = 1, ${b} = ${value};` : `${keyword} ${a}${any}, ${b}${any};`),
  ][how]?.() as string;
  if (how === 0) bind(a);
  else bind(a, b);
  return text;
}

export const DECLARATIONS: Forms = {
  variable: { category: 'statement', kids: ['expression', 'expression'], weight: 6, write: variable },
  function: { category: 'statement', kids: ['body', 'expression'], weight: 6, write: functionDeclaration },
  export: {
    category: 'statement',
    kids: ['expression', 'body'],
    weight: 1,
    write(context, tree) {
      const [how, marked] = choices(tree, 4, 12) as [number, number];
      const value = context.write(kid(tree, 0));
      if (!context.options.isModule || !context.isTop) return `log(${context.id()}, ${value});`;
      const name = context.name('e');
      if (how === 3) return `const ${name} = ${value};\nexport { ${name} as a${name} };`;
      if (how === 2 || !context.takeDefault()) return `export const ${name} = ${value};`;
      const { params, body } = functionOf(context, kid(tree, 1), frameOf('sync'));
      return how === 0
        ? `export default ${value};`
        : `${mark(context, marked)}export default function (${params}) ${body}`;
    },
  },
  types: {
    category: 'statement',
    kids: [],
    weight: 1,
    write(context) {
      if (!context.options.isTypeScript) return ';';
      const name = context.name('T');
      return `interface ${name} { a: number }\nlog(${context.id()}, (1 as any as ${name})!.a satisfies unknown);`;
    },
  },
};
