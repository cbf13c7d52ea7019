/** Trees of a grammar, as fast-check makes them. */
import fc from 'fast-check';
import type { Forms } from './context.js';
import type { Category, Tree } from './tree.js';

const DIGITS = 6;
/** Divides by 2, 3, 4 and 6. */
const LARGEST_DIGIT = 11;

/** Lists of a category: how many at most. */
const LISTS: Readonly<Partial<Record<Category, { of: Category; atMost: number }>>> = {
  block: { of: 'statement', atMost: 4 },
  cases: { of: 'case', atMost: 4 },
  members: { of: 'member', atMost: 5 },
};

const digits = fc.noBias(
  fc.array(fc.nat({ max: LARGEST_DIGIT }), { minLength: DIGITS, maxLength: DIGITS, size: 'max' }),
);

/** How deep statements may stand in statements, and expressions in expressions. */
export interface Depths {
  readonly statement: number;
  readonly expression: number;
}

/** Trees of each category. Where a tree gets too deep, the first form of its category has to do. */
export function treesOf(forms: Forms, depths: Depths): Record<Category, fc.Arbitrary<Tree>> {
  const identifiers = { statement: fc.createDepthIdentifier(), expression: fc.createDepthIdentifier() };
  return fc.letrec<Record<Category, Tree>>((tie) => {
    const oneOf = (category: Category): fc.Arbitrary<Tree> => {
      const named = Object.entries(forms).filter(([, form]) => form.category === category);
      const alternatives = named.map(([form, { kids, weight }]) => ({
        weight,
        arbitrary: fc.record({
          form: fc.constant(form),
          digits,
          kids: fc.tuple(...kids.map((kid) => tie(kid))) as fc.Arbitrary<Tree[]>,
        }),
      }));
      if (category !== 'statement' && category !== 'expression') return fc.oneof(...alternatives);
      const limits = { maxDepth: depths[category], depthIdentifier: identifiers[category], depthSize: 'max' } as const;
      return fc.oneof({ ...limits, withCrossShrink: true }, ...alternatives);
    };
    const list = (category: Category): fc.Arbitrary<Tree> => {
      const { of, atMost } = LISTS[category] as { of: Category; atMost: number };
      const kids = fc.array(tie(of), { maxLength: atMost, size: 'max' });
      return fc.record({ form: fc.constant(category), digits, kids });
    };
    return {
      expression: oneOf('expression'),
      statement: oneOf('statement'),
      case: oneOf('case'),
      body: oneOf('body'),
      member: oneOf('member'),
      block: list('block'),
      cases: list('cases'),
      members: list('members'),
    };
  });
}
