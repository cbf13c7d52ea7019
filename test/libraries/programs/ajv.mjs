import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import jtd from 'ajv/dist/jtd.js';
import formats from 'ajv-formats';
import { attempt, attemptLater, show } from './show.mjs';

const ajv = new Ajv({
  allErrors: true,
  verbose: false,
  useDefaults: true,
  coerceTypes: true,
  removeAdditional: 'failing',
  $data: true,
  discriminator: true,
  strict: false,
});
formats.default(ajv);
ajv.addKeyword({
  keyword: 'even',
  type: 'number',
  validate: (wanted, data) => (data % 2 === 0) === wanted,
  errors: false,
});
ajv.addKeyword({
  keyword: 'range',
  type: 'number',
  compile:
    ([min, max]) =>
    (data) =>
      data >= min && data <= max,
  metaSchema: { type: 'array' },
});
ajv.addFormat('short', (text) => text.length < 4);
ajv.addSchema({ $id: 'defs', $defs: { positive: { type: 'number', exclusiveMinimum: 0 } } });

const schemas = {
  object: {
    type: 'object',
    properties: {
      id: { $ref: 'defs#/$defs/positive' },
      name: { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]+$' },
      tags: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        minItems: 1,
        maxItems: 3,
        contains: { const: 'x' },
      },
      limit: { type: 'number', default: 7, maximum: { $data: '1/id' } },
    },
    required: ['id'],
    additionalProperties: false,
    dependentRequired: { name: ['tags'] },
    patternProperties: { '^x-': { type: 'null' } },
    propertyNames: { maxLength: 6 },
    minProperties: 1,
  },
  combined: {
    anyOf: [
      { type: 'number', even: true },
      { type: 'string', format: 'date' },
    ],
    not: { const: 4 },
    if: { type: 'number' },
    then: { range: [0, 10] },
    else: { minLength: 10 },
  },
  one: { oneOf: [{ type: 'integer', multipleOf: 2 }, { type: 'integer', multipleOf: 3 }, { enum: ['a', null, [1]] }] },
  tree: {
    $id: 'tree',
    type: 'object',
    properties: { value: { type: 'number' }, children: { type: 'array', items: { $ref: '#' } } },
    required: ['value'],
  },
  formats: {
    type: 'object',
    properties: Object.fromEntries(
      [
        'email',
        'uri',
        'ipv4',
        'ipv6',
        'uuid',
        'date-time',
        'time',
        'hostname',
        'regex',
        'json-pointer',
        'duration',
        'byte',
        'int32',
        'short',
      ].map((format) => [format, { format }]),
    ),
  },
  tagged: {
    type: 'object',
    discriminator: { propertyName: 'kind' },
    required: ['kind'],
    oneOf: [
      { properties: { kind: { const: 'a' }, n: { type: 'number' } } },
      { properties: { kind: { enum: ['b', 'c'] } } },
    ],
  },
};
const values = [
  { id: '3', name: 'abc', tags: ['x'], 'x-a': null, more: 1 },
  { id: -1, name: 'A', tags: ['y', 'y'] },
  { id: 1, limit: 9 },
  {},
  4,
  6,
  12,
  5,
  'a',
  null,
  [1],
  '2020-02-30',
  '2020-02-29',
  { value: 1, children: [{ value: 2, children: [] }, { children: 1 }] },
  { kind: 'a', n: 'x' },
  { kind: 'c' },
  { kind: 'd' },
  {
    email: 'a@b.c',
    uri: 'http://x',
    ipv4: '1.2.3.4',
    ipv6: '::1',
    uuid: 'x',
    'date-time': '2020-01-01T00:00:00Z',
    time: '25:00:00',
    hostname: 'a-.b',
    regex: '(',
    'json-pointer': '/a',
    duration: 'P1D',
    byte: 'YQ==',
    int32: 2 ** 31,
    short: 'abcd',
  },
];
for (const [name, schema] of Object.entries(schemas)) {
  const validate = ajv.compile(schema);
  for (const value of values) {
    const copy = structuredClone(value);
    show(name, [validate(copy), copy, ajv.errorsText(validate.errors)]);
  }
}
const wrong = [
  { type: 'nothing' },
  { $ref: '#/missing' },
  { minimum: 'x' },
  { pattern: '(' },
  { required: 'a' },
  1,
  { properties: { a: 1 } },
];
for (const schema of wrong) attempt(`schema ${JSON.stringify(schema)}`, () => ajv.compile(schema)({}));
attempt('strict', () => new Ajv().compile({ unknown: 1 }));
attempt('schema', () => ajv.validateSchema({ type: 3 }) || ajv.errors);

const modern = new Ajv2020({ allErrors: true, unevaluated: true });
const validate = modern.compile({
  type: 'object',
  prefixItems: [{ type: 'number' }],
  properties: { a: true },
  allOf: [{ properties: { b: { type: 'number' } } }],
  unevaluatedProperties: false,
  $defs: { x: { $dynamicAnchor: 'node', type: 'number' } },
});
for (const value of [{ a: 1, b: 2 }, { c: 1 }, { b: 'x' }]) show('2020', [validate(value), validate.errors]);

const JTD = new jtd.Ajv();
const user = {
  properties: { name: { type: 'string' }, age: { type: 'uint8' } },
  optionalProperties: { tags: { elements: { enum: ['a', 'b'] } }, at: { type: 'timestamp' } },
};
const [parse, serialize, valid] = [JTD.compileParser(user), JTD.compileSerializer(user), JTD.compile(user)];
for (const text of [
  '{"name":"x","age":3,"tags":["a"]}',
  '{"name":"x","age":300}',
  '{"name":1}',
  '{',
  '{"name":"\\u0041","age":1,"tags":["c"]}',
])
  show('parsed', [parse(text), parse.message, parse.position]);
attempt('serialized', () => serialize({ name: 'q"', age: 1, tags: ['b'] }));
show('valid', [valid({ name: 'a', age: 1 }), valid({ name: 'a', age: -1 }), valid.errors]);

const later = new Ajv({ loadSchema: async (uri) => ({ $id: uri, type: uri.endsWith('n') ? 'number' : 'string' }) });
await attemptLater('async', async () => {
  const check = await later.compileAsync({
    type: 'object',
    properties: { a: { $ref: 'http://x/n' }, b: { $ref: 'http://x/s' } },
  });
  return [check({ a: 1, b: '' }), check({ a: '' }), check.errors];
});
later.addKeyword({
  keyword: 'slow',
  async: true,
  type: 'number',
  validate: async (limit, n) => {
    await null;
    return n < limit;
  },
});
const slow = later.compile({ $async: true, type: 'number', slow: 5 });
await attemptLater('slow 1', () => slow(1));
await attemptLater('slow 9', () => slow(9));
show('source', ajv.compile({ type: 'array', items: [{ type: 'number' }, { const: { a: 1 } }] })([1, { a: 2 }]));
