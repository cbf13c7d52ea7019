import {
  getLineInfo,
  isIdentifierChar,
  isIdentifierStart,
  isNewLine,
  Parser,
  parse,
  parseExpressionAt,
  tokenizer,
} from 'acorn';
import { javaScript } from './sample-source.mjs';
import { attempt, show } from './show.mjs';

for (const sourceType of ['module', 'script']) {
  for (const ecmaVersion of [3, 5, 2015, 2018, 2020, 'latest']) {
    attempt(`${sourceType} ${ecmaVersion}`, () => JSON.stringify(parse(javaScript, { sourceType, ecmaVersion })));
  }
}

const comments = [];
const tree = parse(`// one\n${javaScript}/* two\nthree */`, {
  ecmaVersion: 'latest',
  sourceType: 'module',
  locations: true,
  ranges: true,
  onComment: comments,
  onToken: ({ type, start, end }) => start % 7 === 0 && show('token', `${type.label} ${start} ${end}`),
  sourceFile: 'sample.js',
});
show('comments', comments);
for (const node of tree.body)
  show(node.type, `${node.start} ${node.end} ${node.loc.start.line}:${node.loc.start.column}`);

for (const token of tokenizer(javaScript, { ecmaVersion: 'latest', sourceType: 'module' })) {
  if (token.start % 11 === 0) show('token', [token.type.label, token.value, token.start]);
}

const wrong = [
  'let let = 1',
  'a => {}()',
  'for (const x of y, z) ;',
  'class { }',
  'class A { constructor() {} constructor() {} }',
  'x = {a = 1}',
  '"use strict"; with (a) b',
  'function f(a, a) { "use strict" }',
  '/(?<n>a)(?<n>b)/u',
  '/[z-a]/',
  '`${',
  'import x',
  'export { y }',
  'await 1',
  'yield\n1',
  'return',
  '({ __proto__: 1, __proto__: 2 })',
  '0777n',
  '"\\u{110000}"',
  'a?.b = 1',
  'new.target',
  'super.x',
  'for await (x of y) ;',
  'break',
  'label: label: ;',
  'let [a, a] = 1',
  '1 ** -1 ** 2',
  '-1 ** 2',
  'a ?? b || c',
  'async (x = await 1) => 1',
  '#a in b',
  'class A { #a; #a }',
  'delete this.#a',
  '\\u0061wait: 1',
  '/a/gg',
];
for (const source of wrong) attempt(source, () => parse(source, { ecmaVersion: 'latest' }).body.length);

for (const source of [
  '/(?:a|b)*?\\1(x)/',
  '/\\p{Script=Greek}/u',
  '/[\\q{abc}&&[a-z]]/v',
  '/(?<!a)b{2,3}?/',
  '/\\cA\\x41\\u{41}/u',
  '/(?i:a)b/',
]) {
  attempt(source, () => JSON.stringify(parse(source, { ecmaVersion: 'latest' })));
}

attempt('expression', () => JSON.stringify(parseExpressionAt('1 + (2 * x), y', 4, { ecmaVersion: 2020 })));
attempt('line', () => getLineInfo('a\r\nb\u2028c', 5));
show(
  'characters',
  [97, 0x4e00, 0x1d400, 10, 0x2028].map((code) => [isIdentifierStart(code), isIdentifierChar(code), isNewLine(code)]),
);

const Shouting = Parser.extend(
  (Base) =>
    class extends Base {
      parseIdent(liberal) {
        const node = super.parseIdent(liberal);
        node.name = node.name.toUpperCase();
        return node;
      }
    },
);
attempt('plugin', () => JSON.stringify(Shouting.parse('let a = b.c(d)', { ecmaVersion: 'latest' })));
