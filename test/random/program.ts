/** Random programs: a tree, the kind of file it stands in, and the text of both. */
import fc from 'fast-check';
import { CLASSES } from './grammar/classes.js';
import { Context, type Forms, type Frame, type Options } from './grammar/context.js';
import { DECLARATIONS } from './grammar/declarations.js';
import { EXPRESSIONS } from './grammar/expressions.js';
import { FUNCTIONS } from './grammar/functions.js';
import { LOOPS } from './grammar/loops.js';
import { STATEMENTS } from './grammar/statements.js';
import { SUSPENSIONS } from './grammar/suspensions.js';
import type { Tree } from './grammar/tree.js';
import { treesOf } from './grammar/trees-of.js';

export interface RandomProgram {
  /** `input.cjs`, `input.mjs`, `input.mts` */
  readonly file: string;
  readonly source: string;
  readonly options: Options;
  /** Forms of the grammar that it is made of. */
  readonly forms: ReadonlySet<string>;
}

export const FORMS: Forms = {
  // The first of a category is what a tree that is too deep ends in.
  ...EXPRESSIONS,
  ...STATEMENTS,
  ...LOOPS,
  ...FUNCTIONS,
  ...DECLARATIONS,
  ...CLASSES,
  ...SUSPENSIONS,
};

/** Most programs are small; some are nested more deeply. */
const DEPTHS = [
  { statement: 2, expression: 4 },
  { statement: 3, expression: 3 },
];

function topFrame(isModule: boolean): Frame {
  return {
    kind: isModule ? 'async' : 'sync',
    canAwait: isModule,
    canYield: false,
    canReturn: false,
    hasArguments: false,
    hasThis: true,
    hasSuper: false,
    hasNewTarget: false,
    self: null,
  };
}

function written(options: Options, statements: readonly Tree[]): RandomProgram {
  const { isModule, isStrict, isTypeScript, marks } = options;
  const canAwait = isModule && (statements[0]?.digits[5] ?? 0) % 2 === 1;
  const frame = { ...topFrame(isModule), canAwait };
  const top = new Context(options, FORMS, frame, [], [], undefined, true);
  const head = [marks === 'file' ? '// @profile file' : '', isStrict && !isModule ? `'use strict';` : ''];
  // One marked function at least.
  const first =
    marks === 'functions'
      ? [`// @profile\nfunction first(x${top.type(': any')}) { return x; }\nlog(0, first(1));`]
      : [];
  const body = top.write({ form: 'block', digits: [0, 0, 0, 0, 0, 0], kids: statements });
  const source = [...head.filter((line) => line !== ''), ...first, body, ''].join('\n');
  return { file: `input.${isTypeScript ? 'mts' : isModule ? 'mjs' : 'cjs'}`, source, options, forms: top.usedForms };
}

const KINDS = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ isModule: true, isStrict: true, isTypeScript: false }) },
  { weight: 2, arbitrary: fc.constant({ isModule: true, isStrict: true, isTypeScript: true }) },
  { weight: 3, arbitrary: fc.constant({ isModule: false, isStrict: false, isTypeScript: false }) },
  { weight: 1, arbitrary: fc.constant({ isModule: false, isStrict: true, isTypeScript: false }) },
);

/** `hasUsing`: for a Node that runs it. */
export function programs(hasUsing: boolean): fc.Arbitrary<RandomProgram> {
  const lists = DEPTHS.map((depths, index) => ({
    weight: DEPTHS.length - index,
    arbitrary: fc.array(treesOf(FORMS, depths).statement, { minLength: 1, maxLength: 6, size: 'max' }),
  }));
  const statements = fc.oneof(...lists);
  const isCalm = fc.boolean();
  const marks = fc.constantFrom('functions' as const, 'file' as const);
  return fc
    .tuple(KINDS, isCalm, marks, statements)
    .map(([kind, calm, mark, list]) => written({ ...kind, isCalm: calm, marks: mark, hasUsing }, list));
}
