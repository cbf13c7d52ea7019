import { ESLint, Linter, RuleTester, SourceCode } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { javaScript } from './sample-source.mjs';
import { attempt, attemptLater, show } from './show.mjs';

const linter = new Linter({ configType: 'flat' });
const smelly = `var a = 1, unused; if (a == null) { } else { return } 
function f(x, x2) { arguments.callee; for (;;) { break } with1: while (true) { continue with1 } switch (x) { case 1: f(); case 1: } return await2; }
class A extends B { constructor() { this.x = 1; } get y() { } set z(v) { return 1 } static async *w() { } }
let b = a ? true : false, c = !(!a), d = typeof e === 'strnig', g = [,1,,], h = new Array(1, 2), i = "x" + 'y' + z, j = 010, k = a + +b, l = {a: 1, a: 2, 'b': b, c: function() { return this }};
try { throw 'x' } catch (e) { e = 1 } finally { return 2 }
async () => { for (const x of y) await x; await Promise.all([]); }; eval('1'); new Function('a'); x = y = z; a === a; NaN == a; -0 === a; \`\${a}\`; "\${a}"; if (a = b) ; var var2 = undefined; delete a; void 0; a, b; alert(1) ; /[]/.test(a); /  x/; parseInt('1'); isNaN(a) || !('x' in a) && !a instanceof B; for (var n = 0; n < 10; n--) { setTimeout(() => n) }
`;
for (const [name, rule] of builtinRules) {
  if (rule.meta.deprecated && name.length % 3 !== 0) continue;
  attempt(name, () =>
    [smelly, javaScript].map((code) =>
      linter
        .verify(code, {
          languageOptions: {
            sourceType: code === javaScript ? 'module' : 'script',
            parserOptions: { ecmaFeatures: { globalReturn: true } },
          },
          rules: { [name]: 'error' },
        })
        .map(({ line, column, messageId, message }) => `${line}:${column} ${messageId} ${message}`),
    ),
  );
}
const all = Object.fromEntries(
  [...builtinRules].filter(([, { meta }]) => meta.fixable && !meta.deprecated).map(([name]) => [name, 'warn']),
);
show('fixed', linter.verifyAndFix(javaScript, { rules: all }).output);
show(
  'comments',
  linter.verify(
    '/* eslint no-undef: 2 */\n/* global a:writable */ a = b; // eslint-disable-line no-undef -- why\n// eslint-disable-next-line\nc; /* eslint-disable */ d /* eslint-enable no-undef */; e /* exported f */',
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ),
);
const plugin = {
  rules: {
    shout: {
      meta: {
        fixable: 'code',
        hasSuggestions: true,
        schema: [{ enum: ['a', 'b'] }],
        messages: { loud: 'Say {{ text }}.', idea: 'Do {{x}}' },
      },
      create: (context) => ({
        'Identifier[name=/^[a-z]+$/]:not(:first-child)': (node) =>
          context.report({
            node,
            messageId: 'loud',
            data: { text: node.name.toUpperCase() },
            fix: (fixer) => [fixer.replaceText(node, node.name.toUpperCase()), fixer.insertTextAfter(node, ' ')],
            suggest: [{ messageId: 'idea', data: { x: 1 }, fix: (fixer) => fixer.remove(node) }],
          }),
        'Program:exit': (node) =>
          show('source', [
            context.sourceCode.getText(node).length,
            context.sourceCode.getTokens(node).length,
            context.sourceCode.scopeManager.scopes.map(({ type, variables }) => [
              type,
              variables.map(({ name }) => name),
            ]),
            context.sourceCode.getAllComments().length,
            context.options,
          ]),
        onCodePathStart: (path) => show('path', [path.id, path.origin]),
        onCodePathSegmentStart: (segment) => show('segment', segment.id),
      }),
    },
  },
};
attempt('plugin', () =>
  linter.verify('let one = two + three; // x\nif (four) { five() } else while (six) seven?.();', {
    plugins: { own: plugin },
    rules: { 'own/shout': ['error', 'a'] },
  }),
);
for (const wrong of [
  { rules: { none: 1 } },
  { rules: { semi: 'x' } },
  { rules: { 'no-undef': [1, { typof: 1 }] } },
  { languageOptions: { ecmaVersion: 'x' } },
  { unknown: 1 },
  [{ files: [] }],
])
  attempt(JSON.stringify(wrong), () => linter.verify('a', wrong));
attempt('syntax', () => linter.verify('let = = 1', {}));
await attemptLater('class', async () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [{ rules: { 'prefer-const': 1, 'no-var': 2 } }],
    fix: true,
    cwd: import.meta.dirname,
    stats: false,
  });
  const results = await eslint.lintText('var a = 1; let b = 2; export { a, b };', { filePath: 'x.js' });
  return [
    results.map(({ messages, output }) => [messages, output]),
    (await eslint.loadFormatter('json')).format(results).length,
    await eslint.isPathIgnored('node_modules/x.js'),
    Object.keys(await eslint.calculateConfigForFile('a.js')).sort(),
  ];
});
RuleTester.describe = (name, act) => {
  show('describe', name);
  act();
};
RuleTester.it = (name, act) => attempt(`it ${name}`, act);
new RuleTester().run('no-var', builtinRules.get('no-var'), {
  valid: ['let a', 'var wrong'],
  invalid: [
    { code: 'var a', output: 'let a', errors: 1 },
    { code: 'var b', output: 'const b', errors: [{ messageId: 'unexpectedVar' }] },
  ],
});
show('split', SourceCode.splitLines('a\r\nb\u2028c'));
