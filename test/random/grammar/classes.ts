/** Classes with members of every kind, and objects of them in use. */
import { type Context, choices, type Forms, kid, maybeBreak } from './context.js';
import { mark } from './declarations.js';
import { asyncWord, callOf, frameOf, functionOf, kindOf, star } from './functions.js';
import type { Tree } from './tree.js';

const FIELD = {
  kind: 'sync',
  canAwait: false,
  canYield: false,
  canReturn: false,
  hasArguments: false,
  hasThis: true,
  hasSuper: true,
  hasNewTarget: true,
  self: null,
} as const;

/** Text of a member and of what uses it on `o`, of the class `c`. */
interface Member {
  readonly text: string;
  readonly use: ((context: Context, o: string, c: string) => string) | null;
}

function method(context: Context, tree: Tree, isStatic: boolean, isPrivate: boolean): Member {
  const [, , digit, marked, computed] = choices(tree, 12, 12, 12, 12, 4) as [number, number, number, number, number];
  const kind = kindOf(digit);
  const name = `${isPrivate ? '#' : ''}${context.name('m')}`;
  const { params, body } = functionOf(context, kid(tree, 0), frameOf(kind, { hasSuper: true, hasNewTarget: false }));
  const key = computed === 3 && !isPrivate ? `[v(${context.id()}, '${name}')]` : name;
  const text = `${mark(context, marked)}${isStatic ? 'static ' : ''}${asyncWord(kind)}${star(kind)}${key}(${params}) ${body}`;
  if (!isPrivate) {
    return { text, use: (at, o, c) => callOf(at, { name: `${isStatic ? c : o}.${name}`, role: kind }, `${digit % 2}`) };
  }
  const opener = context.name('m');
  const inside = context.within(frameOf('sync'));
  const call = callOf(inside, { name: `this.${name}`, role: kind }, '0');
  const opened = `${text}\n${isStatic ? 'static ' : ''}${opener}(d${context.type(': any')}) { return d ? ${call} : (#has in (this${context.type(' as any')})); }`;
  return { text: opened, use: (_at, o, c) => `${isStatic ? c : o}.${opener}(1)` };
}

function accessor(context: Context, tree: Tree, isStatic: boolean): Member {
  const [, , how, first] = choices(tree, 12, 12, 2, 12) as [number, number, number, number];
  const name = context.name('g');
  const inside = context.within(frameOf('sync', { hasSuper: true, hasNewTarget: false }));
  const id = context.id();
  const word = isStatic ? 'static ' : '';
  const end = maybeBreak(first, ' ');
  const getter = `${word}get ${name}()${context.type(': any')} {${end}log(${id});${end}return ${inside.write(kid(tree, 1))};${end}}`;
  const setter = `${word}set ${name}(value${context.type(': any')}) {${end}log(${context.id()}, value);${end}}`;
  return {
    text: how === 0 ? getter : `${getter}\n${setter}`,
    use: (_at, o, c) => (how === 0 ? `${isStatic ? c : o}.${name}` : `(${isStatic ? c : o}.${name} += 1)`),
  };
}

function field(context: Context, tree: Tree, isStatic: boolean): Member {
  const [, , how, first] = choices(tree, 12, 12, 4, 12) as [number, number, number, number];
  const inside = context.within(FIELD);
  const name = `${how === 3 ? '#' : ''}${context.name('y')}`;
  const value = inside.write(kid(tree, 1));
  const key = how === 2 ? `[v(${context.id()}, '${name}')]` : name;
  const type = how === 2 ? '' : context.type(': any');
  const text = `${isStatic ? 'static ' : ''}${key}${type} =${maybeBreak(first, ' ')}${how === 1 ? `() => ${value}` : value};`;
  return { text, use: how === 3 ? null : (_at, o, c) => `${isStatic ? c : o}.${name}${how === 1 ? '()' : ''}` };
}

function staticBlock(context: Context, tree: Tree): Member {
  const inside = context.within({ ...FIELD, hasNewTarget: false });
  return { text: `static {\nlog(${context.id()});\n${inside.write(kid(tree, 2))}\n}`, use: null };
}

function memberOf(context: Context, tree: Tree): Member {
  const [what, place] = choices(tree, 12, 3) as [number, number];
  const isStatic = place === 2;
  if (what < 5) return method(context, tree, isStatic, what === 4);
  if (what < 7) return accessor(context, tree, isStatic);
  if (what < 10) return field(context, tree, isStatic);
  return staticBlock(context, tree);
}

function constructorOf(context: Context, tree: Tree, isDerived: boolean): string {
  const [, how, marked] = choices(tree, 12, 4, 12) as [number, number, number];
  if (how === 0) return '';
  const frame = frameOf('sync', { hasSuper: true });
  const { params, body } = functionOf(context, kid(tree, 1), {
    ...frame,
    canReturn: !context.options.isCalm && (!isDerived || how === 3),
  });
  const early = context.within({ ...frame, hasThis: false, hasSuper: false, canReturn: false });
  const first = `log(${context.id()}, ${early.write(kid(tree, 2))});`;
  const inherited = isDerived
    ? `\n${first}\nsuper(d${how === 2 ? `,\n${early.write(kid(tree, 2))}` : ''});`
    : `\n${first}`;
  return `${mark(context, marked)}constructor(${params}) {${inherited}\n${body.slice(1)}`;
}

/** The class's text, and the members that can be used. */
function classOf(context: Context, tree: Tree, name: string): { text: string; members: readonly Member[] } {
  const [, , , marked, base] = choices(tree, 12, 12, 12, 12, 3) as [number, number, number, number, number];
  const found = base === 0 ? undefined : context.one(base, ({ role }) => role === 'class');
  const parent = base === 2 && found === undefined ? 'Object' : found?.name;
  const inside = context.inner();
  const members = kid(tree, 0).kids.map((member) => memberOf(inside, member));
  const built = constructorOf(inside, tree, parent !== undefined);
  const parts = ['#has = 1;', built, ...members.map(({ text }) => text)];
  const head = `class ${name}${parent === undefined ? '' : ` extends ${parent}`} {`;
  return { text: `${mark(context, marked + 1)}${head}\n${parts.filter((part) => part !== '').join('\n')}\n}`, members };
}

const KIDS = ['members', 'body', 'expression'] as const;

export const CLASSES: Forms = {
  member: {
    category: 'member',
    kids: ['body', 'expression', 'block'],
    weight: 1,
    write: () => {
      throw new Error('a class writes its members itself');
    },
  },

  class: {
    category: 'statement',
    kids: KIDS,
    weight: 5,
    write(context, tree) {
      const [how] = choices(tree, 4) as [number];
      const name = context.name('C');
      const { text, members } = classOf(context, tree, name);
      const o = context.name('o');
      const any = context.type(': any');
      const uses = members.flatMap(({ use }) =>
        use === null ? [] : [`log(${context.id()}, ${use(context, o, `(${name}${context.type(' as any')})`)});`],
      );
      context.bind(name, 'class');
      const declared = how === 3 ? `const ${name}${any} = ${text.replace(/^\n\/\/ @profile\n/, '')};` : text;
      return `${declared}\nconst ${o}${any} = new ${how === 3 ? name : `(${name}${context.type(' as any')})`}(${how % 2});\n${uses.join('\n')}`;
    },
  },
};
