/** Functions of every kind: parameters, bodies, and how each kind is called to its end. */
import { type Binding, type Context, choices, type Forms, type Frame, type FunctionKind, kid } from './context.js';
import type { Tree } from './tree.js';

const KINDS: readonly FunctionKind[] = ['sync', 'async', 'generator', 'async-generator'];

export function kindOf(digit: number): FunctionKind {
  return digit < 5 ? 'sync' : (KINDS[digit % 4] as FunctionKind);
}

export function star(kind: FunctionKind): string {
  return kind.endsWith('generator') ? '*' : '';
}

export function asyncWord(kind: FunctionKind): string {
  return kind.startsWith('async') ? 'async ' : '';
}

interface Written {
  readonly params: string;
  /** In braces. */
  readonly body: string;
}

export function frameOf(kind: FunctionKind, more: Partial<Frame> = {}): Partial<Frame> {
  return {
    kind,
    canAwait: kind.startsWith('async'),
    canYield: star(kind) !== '',
    canReturn: true,
    hasArguments: true,
    hasThis: true,
    hasSuper: false,
    hasNewTarget: true,
    self: null,
    ...more,
  };
}

/** Parameters begin with `d`, which bounds recursion. */
export function functionOf(context: Context, tree: Tree, frame: Partial<Frame>): Written {
  const inside = context.within(frame);
  const [how] = choices(tree, 8) as [number];
  const any = context.type(': any');
  // `super` is called later than defaults are evaluated.
  const silent = context.within({
    ...frame,
    canAwait: false,
    canYield: false,
    hasThis: false,
    hasSuper: false,
    self: null,
  });
  const standard = () => silent.write(kid(tree, 1));
  const [a, b] = [context.name('p'), context.name('p')];
  inside.bind('d', 'constant');
  const params = [
    () => `d${any}`,
    () => `d${any}, ${inside.bind(a, 'variable')}${any} = ${standard()}`,
    () => `d${any}, ${inside.bind(a, 'variable')}${context.type('?: any')}`,
    () =>
      `d${any}, e${any}, { ${inside.bind(a, 'variable')} = ${standard()}, ${inside.bind(b, 'variable')} }${any} = {}`,
    () => `d${any}, ...${inside.bind(a, 'variable')}${context.type(': any[]')}`,
    () => `d${any}, ${inside.bind(a, 'variable')}${any} = 1, ${b}${any} = () => ${a}`,
    () =>
      context.options.isCalm
        ? `d${any}`
        : `d${any}, [${inside.bind(a, 'variable')}, ...${inside.bind(b, 'variable')}]${any} = [${standard()}, 2]`,
    () => `d${any},\n${inside.bind(a, 'variable')}${any} = ${standard()}`,
  ][how]?.() as string;
  return { params, body: inside.write(tree) };
}

function body(context: Context, tree: Tree): string {
  const [how, value, brace] = [tree.digits[0], tree.digits[1], tree.digits[2]] as [number, number, number];
  const statements = context.write(kid(tree, 0));
  const end = brace % 4 === 3 ? ' ' : '\n';
  const strict = how === 11 && !context.options.isStrict ? `'not a directive of meaning';${end}` : '';
  const result = value % 3 === 0 || !context.frame.canReturn ? '' : `${end}return ${context.write(kid(tree, 2))};`;
  return `{${end}${strict}${statements}${result}${end}}`;
}

/** Runs a function to its end and gives its value. `args` begins with the depth that bounds it. */
export function callOf(context: Context, { name, role }: Binding, args: string): string {
  const { canAwait } = context.frame;
  switch (role) {
    case 'async':
      return canAwait ? `(await ${name}(${args}))` : `later(${context.id()}, ${name}(${args}))`;
    case 'generator':
      return `[...${name}(${args})].length`;
    case 'async-generator':
      return canAwait ? `(await drain(${name}(${args})))` : `later(${context.id()}, drain(${name}(${args})))`;
    case 'class':
      return `typeof new ${name}(${args})`;
    default:
      return `${name}(${args})`;
  }
}

const CALLABLE = new Set<Binding['role']>(['sync', 'async', 'generator', 'async-generator', 'class']);

export const FUNCTIONS: Forms = {
  body: { category: 'body', kids: ['block', 'expression', 'expression'], weight: 1, write: body },

  call: {
    category: 'expression',
    kids: ['expression', 'expression'],
    weight: 5,
    write(context, tree) {
      const [which, first, second, more] = choices(tree, 12, 3, 3, 3) as [number, number, number, number];
      const found = context.one(which, ({ role }) => CALLABLE.has(role));
      if (found === undefined) return `v(${context.id()}, ${context.write(kid(tree, 0))})`;
      const depth = `v(${context.id()}, ${which % 2})`;
      const args = [depth, context.write(kid(tree, 0))];
      if (more === 1) args.push(`...[${context.write(kid(tree, 1))}]`);
      return callOf(context, found, `${first === 2 ? '\n' : ''}${args.join(second === 2 ? ',\n' : ', ')}`);
    },
  },

  recursion: {
    category: 'expression',
    kids: ['expression'],
    weight: 3,
    write(context, tree) {
      const { self } = context.frame;
      if (self === null) return `v(${context.id()})`;
      const call = callOf(context, self, `d - 1, ${context.write(kid(tree, 0))}`);
      return `(d > 0 ? ${call} : v(${context.id()}))`;
    },
  },

  inPlace: {
    category: 'expression',
    kids: ['body', 'expression'],
    weight: 2,
    write(context, tree) {
      const [how, digit] = choices(tree, 3, 12) as [number, number];
      const kind = kindOf(digit);
      const isArrow = how !== 1 && star(kind) === '';
      const frame = isArrow
        ? { kind, canAwait: kind === 'async', canYield: false, canReturn: true, self: null }
        : frameOf(kind);
      const { params, body: text } = functionOf(context, kid(tree, 0), frame);
      const argument = context.write(kid(tree, 1));
      const whole = isArrow
        ? `${asyncWord(kind)}(${params}) => ${text}`
        : `${asyncWord(kind)}function${star(kind)} (${params}) ${text}`;
      return callOf(context, { name: `(${whole})`, role: kind }, `0, ${argument}`);
    },
  },
};
