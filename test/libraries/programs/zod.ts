import { z } from 'zod';
import { attempt, attemptLater, show } from './show.mjs';

const Address = z.object({
  street: z.string().min(3),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  kind: z.enum(['home', 'work']).default('home'),
});
type Tree = { value: number; children?: Tree[] | undefined };
const Tree: z.ZodType<Tree> = z.lazy(() => z.object({ value: z.number().int(), children: z.array(Tree).optional() }));
const schemas = {
  string: z.string().trim().toLowerCase().min(2, 'too short').max(8).startsWith('a'),
  formats: z
    .object({
      email: z.email(),
      url: z.url(),
      uuid: z.uuid(),
      date: z.iso.date(),
      time: z.iso.datetime(),
      ip: z.ipv4(),
      base64: z.base64(),
      emoji: z.emoji(),
      cuid: z.cuid(),
      jwt: z.jwt(),
    })
    .partial(),
  number: z.number().positive().multipleOf(0.5).lt(100),
  coerced: z.object({ n: z.coerce.number(), b: z.coerce.boolean(), d: z.coerce.date(), big: z.coerce.bigint() }),
  address: Address,
  strict: Address.strict().extend({ country: z.literal('de') }),
  loose: Address.pick({ street: true }).loose(),
  catchall: z.object({ a: z.number() }).catchall(z.string()),
  union: z.union([z.string(), z.number().refine((n) => n % 2 === 0, { error: 'odd' }), z.null()]),
  tagged: z.discriminatedUnion('type', [
    z.object({ type: z.literal('a'), a: z.string() }),
    z.object({ type: z.literal('b'), b: z.number() }),
  ]),
  intersection: z.intersection(z.object({ a: z.number() }), z.object({ b: z.string() })),
  tuple: z.tuple([z.string(), z.number()]).rest(z.boolean()),
  record: z.record(z.string().length(1), z.array(z.int()).nonempty()),
  map: z.map(z.string(), z.set(z.number()).min(1)),
  tree: Tree,
  transformed: z
    .string()
    .transform((text, context) => {
      const n = Number(text);
      if (Number.isNaN(n)) {
        context.addIssue({ code: 'custom', message: 'no number' });
        return z.NEVER;
      }
      return n;
    })
    .pipe(z.number().max(10)),
  preprocessed: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.string()).max(3),
  ),
  refined: z
    .object({ a: z.number(), b: z.number() })
    .superRefine((value, context) => {
      if (value.a > value.b) context.addIssue({ code: 'custom', path: ['b'], message: 'too small' });
    })
    .readonly(),
  branded: z
    .string()
    .brand<'id'>()
    .nullish()
    .catch('fallback' as never),
  template: z.templateLiteral(['v', z.number(), '.', z.enum(['x', 'y'])]),
  stringbool: z.stringbool(),
  date: z.date().min(new Date(0)),
  instance: z.instanceof(URL),
  json: z.json(),
  nan: z.nan().or(z.undefined()).or(z.symbol()),
};
const values: readonly unknown[] = [
  ' ABC ',
  'b',
  '',
  '12',
  'abc,d',
  'v1.x',
  'yes',
  3,
  2,
  2.5,
  -1,
  1e9,
  Number.NaN,
  null,
  undefined,
  true,
  10n,
  Symbol.for('s'),
  new Date(5),
  new URL('http://x.y'),
  [],
  ['a', 1, true],
  ['a', 'b'],
  [1, 2],
  { street: 'Main', zip: '1234', more: 1 },
  { street: 'Main', country: 'de' },
  { a: 1, b: 'x' },
  { a: 2, b: 1 },
  { type: 'a', a: '' },
  { type: 'b', b: 'x' },
  { type: 'c' },
  { value: 1, children: [{ value: 1.5 }, { value: 2, children: [] }] },
  { n: '5', b: '', d: '2020-01-01', big: '12' },
  { n: 'x', b: 1, d: 'x', big: 'x' },
  { a: [], x: [1] },
  new Map([['k', new Set([1, 2])]]),
  new Map<unknown, unknown>([[1, new Set()]]),
  {
    email: 'a@b',
    url: 'x',
    uuid: '1',
    date: '2020-13-01',
    time: '2020-01-01T00:00:00Z',
    ip: '1.1.1.300',
    base64: '*',
    emoji: 'x',
    cuid: '',
    jwt: 'a.b.c',
  },
];
for (const [name, schema] of Object.entries(schemas)) {
  for (const value of values) {
    attempt(name, () => {
      const result = schema.safeParse(value);
      return result.success ? ['ok', result.data] : result.error.issues;
    });
  }
  attempt(`${name} as JSON schema`, () =>
    JSON.stringify(z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' })),
  );
}
const failed = Address.safeParse({ street: 1, zip: 'x', kind: 'none' });
if (!failed.success)
  show('errors', [
    z.treeifyError(failed.error),
    z.prettifyError(failed.error),
    z.flattenError(failed.error),
    z.formatError(failed.error),
  ]);
attempt('thrown', () => Address.parse({}));
const later = z
  .string()
  .refine(async (text) => {
    await null;
    return text.length > 2;
  }, 'short')
  .transform(async (text) => text.length);
await attemptLater('async', () => later.parseAsync('abc'));
await attemptLater('async fails', () => later.parseAsync('a'));
attempt('async in sync', () => later.parse('abc'));
const checked = z
  .function({ input: [z.number(), z.string()], output: z.string() })
  .implement((n, text) => text.repeat(n));
attempt('function', () => checked(2, 'ab'));
attempt('function wrong', () => checked('x' as never, 'ab'));
z.config(z.locales.de());
attempt('german', () => Address.safeParse({ street: 1 }).error?.issues);
show('shape', [
  Object.keys(Address.shape),
  Address.keyof().options,
  schemas.tagged.options.length,
  Address.required().def.type,
  z.registry().add(Address, {} as never)._map.constructor.name,
]);
