import {
  buildASTSchema,
  buildClientSchema,
  buildSchema,
  execute,
  extendSchema,
  findBreakingChanges,
  GraphQLEnumType,
  GraphQLError,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  getIntrospectionQuery,
  graphql,
  graphqlSync,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  separateOperations,
  specifiedRules,
  stripIgnoredCharacters,
  subscribe,
  TypeInfo,
  validate,
  validateSchema,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { attempt, attemptLater, show } from './show.mjs';

const source = `directive @upper(by: Int = 1) repeatable on FIELD | FIELD_DEFINITION
"""The root""" type Query { hero(id: ID = "1", kind: Kind): Character! heroes(first: Int, filter: Filter = { name: "a" }): [Character!]! search(text: String!): [Result] broken: Int! later: String nothing: String old: Int @deprecated(reason: "use later") }
interface Node { id: ID! } interface Character implements Node { id: ID! name: String friends: [Character] } type Human implements Character & Node { id: ID! name: String friends: [Character] height(unit: Unit = METER): Float } type Droid implements Character & Node { id: ID! name: String friends: [Character] primary: String }
union Result = Human | Droid enum Unit { METER FOOT @deprecated } enum Kind { HUMAN DROID } input Filter { name: String, tags: [String!] = [], nested: Filter } scalar Date @specifiedBy(url: "x") type Mutation { add(name: String!, filter: Filter): Human } type Subscription { ticks(to: Int!): Int } schema { query: Query mutation: Mutation subscription: Subscription }`;
const schema = buildSchema(source);
const luke = { __typename: 'Human', id: 1, name: 'luke', height: ({ unit }) => (unit === 'FOOT' ? 5.6 : 1.7) };
const r2 = { __typename: 'Droid', id: 2, name: 'r2', primary: 'beep', friends: async () => [luke, null] };
luke.friends = [r2];
const root = {
  hero: ({ id }) => (id === '1' ? luke : r2),
  heroes: ({ first, filter }) => [luke, r2].slice(0, first).map((hero) => ({ ...hero, name: hero.name + filter.name })),
  search: ({ text }) => (text ? [luke, new Error('not found'), r2] : { not: 'a list' }),
  broken: () => {
    throw new GraphQLError('broke', { extensions: { code: 7 } });
  },
  later: async () => {
    await null;
    return 'later';
  },
  nothing: () => undefined,
  add: ({ name }) => ({ ...luke, name }),
  ticks: async function* ({ to }) {
    for (let n = 0; n < to; n++) yield { ticks: n };
  },
};
const queries = [
  '{ hero { id name friends { name ... on Human { height(unit: FOOT) } ...D } __typename } } fragment D on Droid { primary }',
  'query Q($id: ID!, $skip: Boolean = false) { a: hero(id: $id) { n: name @skip(if: $skip) friends @include(if: true) { id } } later nothing }',
  '{ heroes(first: 1, filter: { name: "x", nested: { tags: ["t"] } }) { name } search(text: "y") { ... on Node { id } } }',
  '{ broken later }',
  '{ search(text: "") { __typename } }',
  'mutation { one: add(name: "a") { name } two: add(name: "b", filter: null) { id } }',
  '{ __type(name: "Human") { fields { name type { kind ofType { name } } } } __schema { types { name } } }',
  '{ missing }',
  '{ hero(id: 3, none: 1) { id { x } } }',
  'query($a: Filter!) { heroes(filter: $a) { id } }',
  'query A { later } query B { nothing }',
  '{ hero { ...F } } fragment F on Query { later } fragment G on Human { id }',
  '{ hero',
  '{ a: later a: nothing }',
  'subscription { ticks(to: "x") }',
  '{ heroes(first: 99999999999) { id } }',
  '{ hero(kind: NONE) { id @upper @upper(by: "x") } }',
];
for (const query of queries)
  for (const variableValues of [
    { id: 2, a: { name: 'v', tags: 'one' } },
    { id: null, skip: true, a: { none: 1, tags: [null] } },
  ])
    await attemptLater(query, async () =>
      JSON.stringify(
        await graphql({
          schema,
          source: query,
          rootValue: root,
          variableValues,
          operationName: query.includes('query A') ? 'A' : undefined,
        }),
      ),
    );
await attemptLater('subscription', async () => {
  const seen = [];
  for await (const event of await subscribe({
    schema,
    document: parse('subscription { ticks(to: 3) }'),
    rootValue: root,
  }))
    seen.push(JSON.stringify(event));
  return seen;
});
for (const query of queries)
  attempt('printed', () => {
    const document = parse(query, { noLocation: false });
    return [
      print(document),
      stripIgnoredCharacters(query),
      Object.keys(separateOperations(document)),
      validate(schema, document, specifiedRules, { maxErrors: 5 }).map(({ message, locations }) => [
        message,
        locations,
      ]),
    ];
  });
attempt('schema', () => [
  printSchema(lexicographicSortSchema(schema)),
  validateSchema(schema),
  printSchema(
    extendSchema(schema, parse('extend type Query { more: Date } type New { a: Int } extend enum Unit { MILE }')),
  ).length,
]);
attempt('introspected', () => {
  const { data } = graphqlSync({ schema, source: getIntrospectionQuery() });
  const client = buildClientSchema(data);
  return [
    printSchema(client).length,
    findBreakingChanges(
      schema,
      buildSchema(
        source
          .replace('old: Int', 'old: String')
          .replace('METER FOOT', 'METER')
          .replace('name: String!, filter', 'name: String!, must: Int!, filter'),
      ),
    ),
  ];
});
const own = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: () => ({
      even: {
        type: new GraphQLScalarType({
          name: 'Even',
          serialize: (n) => {
            if (n % 2) throw new TypeError(`odd ${n}`);
            return n;
          },
          parseValue: Number,
          parseLiteral: ({ value }) => Number(value),
        }),
        args: { n: { type: GraphQLInt, defaultValue: 2 } },
        resolve: (_source, { n }, context, info) => n + context.by + info.path.key.length - 4,
      },
      list: { type: new GraphQLList(new GraphQLNonNull(GraphQLString)), resolve: () => ['a', Promise.resolve(null)] },
      kind: { type: new GraphQLEnumType({ name: 'K', values: { A: { value: 7 }, B: {} } }), resolve: () => 7 },
    }),
  }),
});
for (const query of ['{ even }', '{ even(n: 3) list kind }', '{ kind even(n: "x") }'])
  await attemptLater(query, async () =>
    JSON.stringify(
      await execute({ schema: own, document: parse(query), contextValue: { by: 0 }, fieldResolver: () => 1 }),
    ),
  );
attempt('visited', () => {
  const seen = [];
  const info = new TypeInfo(schema);
  const document = visit(
    parse(queries[0]),
    visitWithTypeInfo(info, {
      Field: {
        enter: (node) => {
          seen.push([node.name.value, String(info.getType()), String(info.getParentType())]);
          return node.name.value === 'height' ? null : undefined;
        },
        leave: (node) => (node.name.value === 'id' ? { ...node, name: { ...node.name, value: 'ID' } } : undefined),
      },
    }),
  );
  return [seen, print(document)];
});
for (const wrong of [
  'type A',
  'type A { b }',
  'type Query { a: None }',
  'interface I { a: Int } type Query implements I { b: Int }',
  'enum E { true }',
  'union U = ',
  'type Query { __a: Int }',
  '"""open',
  'input I { i: I! } type Query { a(i: I): Int }',
  'directive @d on NOWHERE',
  '{ a(b: $c }',
  '"\\u{110000}"',
])
  attempt(wrong, () => validateSchema(buildASTSchema(parse(wrong))).map(({ message }) => message));
show('done', queries.length);
