import generator from '@babel/generator';
import { parse, parseExpression } from '@babel/parser';
import traversal from '@babel/traverse';
import { javaScript, typeScript } from './sample-source.mjs';
import { attempt, show } from './show.mjs';

const [generate, traverse] = [generator.default, traversal.default];
const sources = {
  js: [javaScript, ['decorators', 'importAttributes']],
  ts: [typeScript, ['typescript', 'decorators-legacy']],
  flow: [
    '// @flow\ntype A<+T: B = C> = {| a?: T, [k: string]: ?number, ...D |}; opaque type E: F = G; declare export function f(x: *): %checks; function g<T>(this: H, a?: T, ...b: Array<T>): x is T { return (a: any); } export type { I } from "j"; enum K of string { L = "m" }',
    ['flow', 'flowComments'],
  ],
  jsx: ['const a = <A.B {...c} d="e" f={<>{/* g */}{...h}&amp; i</>} j:k><l/>{m}</A.B>;', ['jsx']],
  decorated: [
    '@a @b.c() export class D { @(e[0]) f; @g() #h() {} static accessor i = 1; @j get k() {} }',
    ['decorators', 'decoratorAutoAccessors'],
  ],
  proposals: [
    'a |> b(%) |> c; do { 1 }; x = async do { await y }; throw z ?? throw 1; import defer * as n from "m"; v8 = %DebugPrint(a); using q = r; await using s = t; export v from "w"; a?.[0]::b; module M { 1 }',
    [
      ['pipelineOperator', { proposal: 'hack', topicToken: '%' }],
      'doExpressions',
      'asyncDoExpressions',
      'throwExpressions',
      'deferredImportEvaluation',
      'explicitResourceManagement',
      'exportDefaultFrom',
      'functionBind',
      'moduleBlocks',
    ],
  ],
};
for (const [name, [source, plugins]] of Object.entries(sources)) {
  const options = {
    sourceType: 'module',
    plugins,
    errorRecovery: true,
    tokens: true,
    ranges: true,
    attachComment: true,
    createParenthesizedExpressions: name === 'ts',
  };
  attempt(`${name} tree`, () => {
    const tree = parse(source, options);
    return [
      JSON.stringify(tree.program),
      tree.errors.map(({ message, loc }) => [message, loc]),
      tree.tokens.length,
      tree.comments.length,
    ];
  });
  for (const format of [
    {},
    { compact: true },
    { minified: true, comments: false },
    { retainLines: true, jsescOption: { quotes: 'single' } },
    { concise: true },
  ])
    attempt(
      `${name} ${JSON.stringify(format)}`,
      () => generate(parse(source, options), { ...format, sourceMaps: true, sourceFileName: 'a.js' }, source).code,
    );
}
const tree = parse(javaScript, { sourceType: 'module', plugins: ['importAttributes'] });
const seen = new Map();
traverse(tree, {
  enter(path) {
    seen.set(path.type, (seen.get(path.type) ?? 0) + 1);
  },
  Scope({ scope }) {
    show('scope', [
      scope.path.type,
      Object.entries(scope.bindings).map(([name, { kind, referenced, constant, references, constantViolations }]) => [
        name,
        kind,
        referenced,
        constant,
        references,
        constantViolations.length,
      ]),
      Object.keys(scope.globals ?? {}),
    ]);
  },
  BinaryExpression(path) {
    const { confident, value } = path.evaluate();
    if (confident) show('evaluated', [generate(path.node).code, value]);
  },
  Function: {
    exit(path) {
      show('function', [
        path.getFunctionParent()?.type,
        path.isAsync?.(),
        path.get('params').map((param) => param.type),
        path.scope.generateUid('x'),
        path.ensureBlock() && path.isBlock(),
      ]);
    },
  },
  'Identifier|PrivateName'(path) {
    if (path.isReferencedIdentifier?.() && path.node.name === 'sum')
      show('sum', [
        path.parentPath.type,
        path.key,
        path.listKey,
        path.getStatementParent().type,
        path.scope.getBinding('sum')?.path.type,
      ]);
  },
  DebuggerStatement(path) {
    path.replaceWithMultiple([
      { type: 'EmptyStatement' },
      { type: 'ExpressionStatement', expression: parseExpression('a.b(1)') },
    ]);
  },
  TemplateLiteral(path) {
    path.addComment('leading', 'template');
    path.skip();
  },
  LabeledStatement(path) {
    path.insertBefore({ type: 'EmptyStatement' });
  },
  ClassMethod(path) {
    if (path.node.kind === 'get') path.remove();
  },
});
show('seen', [...seen].sort());
traverse(tree, {
  Program(path) {
    path.scope.crawl();
    path.scope.rename('sum', 'total');
    path.unshiftContainer('body', parse('let pushed = 1').program.body);
  },
  VariableDeclarator(path) {
    if (path.get('init').isNumericLiteral()) path.get('init').replaceWith({ type: 'NullLiteral' });
  },
});
show('changed', generate(tree).code);
for (const wrong of [
  'let a; let a',
  'a = = b',
  '({a:1,',
  'class { constructor(){} constructor(){} }',
  'return',
  'await 1',
  'const x',
  'import a from b',
  'export { nope }',
  '"\\08"; "use strict"',
  'for await (x in y);',
  '<a></b>',
  'enum A { B C }',
  'function* f(a = yield) {}',
  'a ?? b || c',
  'new.target',
  'super()',
  '`${a',
  '/(/',
  '0b2',
  'x => {} ()',
  'if (1) let\n[a]',
  'try {}',
  'type = ;',
  'async () => { for (await of b) ; }',
  '#x in y',
  'break a;',
  'yield: 1',
  'delete x; with(y){}',
]) {
  for (const sourceType of ['script', 'module'])
    attempt(`${sourceType} ${wrong}`, () =>
      parse(wrong, { sourceType, plugins: ['jsx', 'typescript'] }).program.body.map(({ type }) => type),
    );
}
