/** What goes on in turns: generators driven by hand, interleaved activations, resources, names that are not there yet. */
import { type Context, choices, type Forms, kid } from './context.js';
import { mark } from './declarations.js';
import { frameOf, functionOf } from './functions.js';
import type { Tree } from './tree.js';

function drivenGenerator(context: Context, tree: Tree): string {
  const [how, second, marked, isAsync] = choices(tree, 4, 4, 12, 3) as [number, number, number, number];
  const canBeAsync = context.frame.canAwait && isAsync === 2;
  const kind = canBeAsync ? 'async-generator' : 'generator';
  const { params, body } = functionOf(context, kid(tree, 0), frameOf(kind));
  const [f, g] = [context.name('f'), context.name('g')];
  const wait = canBeAsync ? 'await ' : '';
  const { isCalm } = context.options;
  const step = (digit: number): string => {
    const id = context.id();
    const call = [`next(${id})`, `return(${id})`, isCalm ? 'next()' : `throw(new Error(${id}))`, 'next()'][digit % 4];
    return isCalm
      ? `log(${id}, ${wait}${g}.${call});`
      : `try { log(${id}, ${wait}${g}.${call}); }\ncatch (error) { report(${context.id()}, error); }`;
  };
  const text = [0, how, second, how + second].map(step).join('\n');
  return `${mark(context, marked)}${canBeAsync ? 'async ' : ''}function* ${f}(${params}) ${body}\nconst ${g} = ${f}(0);\n${text}`;
}

/** Several activations of one function at once. */
function interleaved(context: Context, tree: Tree): string {
  const [marked, how] = choices(tree, 12, 3) as [number, number];
  const f = context.name('f');
  const { params, body } = functionOf(context, kid(tree, 0), frameOf('async'));
  const many = `[0, 1, 2].map((n) => ${f}(n % 2))`;
  const id = context.id();
  const all = `Promise.allSettled(${many})`;
  const use =
    context.frame.canAwait && how !== 0
      ? `log(${id}, (await ${how === 1 ? all : `Promise.race([${all}])`}).length);`
      : `later(${id}, ${all}.then((all) => all.length));`;
  return `${mark(context, marked)}async function ${f}(${params}) ${body}\n${use}`;
}

function using(context: Context, tree: Tree): string {
  const [how, fails] = choices(tree, 2, 6) as [number, number];
  if (!context.options.hasUsing) return `log(${context.id()});`;
  const isAwait = how === 1 && context.frame.canAwait;
  const name = context.name('r');
  const failing = fails === 5 && !context.options.isCalm;
  const word = isAwait ? 'await using' : 'using';
  const resource = `${isAwait ? 'aresource' : 'resource'}(${context.id()}, ${failing})`;
  return `{\n${word} ${name} = ${resource};\n${context.inner().write(kid(tree, 0))}\n}`;
}

/** Reads a name before its declaration has run. */
function deadZone(context: Context, tree: Tree): string {
  if (context.options.isCalm) return `log(${context.id()});`;
  const [how] = choices(tree, 4) as [number];
  const name = context.name('z');
  const id = context.id();
  const read = [name, `(() => ${name})()`, `typeof ${name}`, `(${name} = 1)`][how] as string;
  const declared = how === 3 ? `const ${name} = 1;` : `let ${name} = ${context.write(kid(tree, 0))};`;
  return `{\ntry {\nlog(${id}, ${read});\n} catch (error) { report(${context.id()}, error); }\n${declared}\n}`;
}

/** Aliases of parameters, as sloppy functions have them. */
function aliases(context: Context, tree: Tree): string {
  const [marked] = choices(tree, 12) as [number];
  const f = context.name('f');
  const any = context.type(': any');
  const value = context.within(frameOf('sync')).write(kid(tree, 0));
  const lines = [
    `arguments[0] = ${value};`,
    `log(${context.id()}, a, b, arguments.length);`,
    'b = 7;',
    `log(${context.id()}, arguments[1]);`,
  ];
  return `${mark(context, marked)}function ${f}(a${any}, b${any}) {\n${lines.join('\n')}\nreturn typeof this;\n}\nlog(${context.id()}, (${f}${context.type(' as any')})(1, 2, 3));`;
}

/** Code without probes calls back, and takes what is thrown. */
function calledBack(context: Context, tree: Tree): string {
  const [how, arrow] = choices(tree, 3, 2) as [number, number];
  const id = context.id();
  const caller = ['catching', 'twice', 'catching'][how] as string;
  const frame =
    arrow === 0
      ? { kind: 'sync' as const, canAwait: false, canYield: false, canReturn: true, self: null }
      : frameOf('sync');
  const { params, body } = functionOf(context, kid(tree, 0), frame);
  const text = arrow === 0 ? `(${params}) => ${body}` : `function (${params}) ${body}`;
  return `log(${id}, ${caller}(${id}, ${text}));`;
}

function hoistedInBlock(context: Context, tree: Tree): string {
  const f = context.name('f');
  const { params, body } = functionOf(context, kid(tree, 0), frameOf('sync'));
  const told = () => `log(${context.id()}, typeof ${f});`;
  return `${told()}\nif (v(${context.id()})) {\n${told()}\nfunction ${f}(${params}) ${body}\n}\n${told()}`;
}

const BODY = ['body'] as const;

export const SUSPENSIONS: Forms = {
  driven: { category: 'statement', kids: BODY, weight: 4, write: drivenGenerator },
  interleaved: { category: 'statement', kids: BODY, weight: 4, write: interleaved },
  using: { category: 'statement', kids: ['block'], weight: 3, write: using },
  deadZone: { category: 'statement', kids: ['expression'], weight: 2, write: deadZone },
  aliases: { category: 'statement', kids: ['expression'], weight: 2, write: aliases },
  calledBack: { category: 'statement', kids: BODY, weight: 3, write: calledBack },
  hoistedInBlock: { category: 'statement', kids: BODY, weight: 2, write: hoistedInBlock },
};
