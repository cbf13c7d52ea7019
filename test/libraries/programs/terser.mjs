import { minify } from 'terser';
import { javaScript } from './sample-source.mjs';
import { attemptLater } from './show.mjs';

const code = `${javaScript.replaceAll("import('./lazy.js', { with: { type: 'json' } })", "import('./lazy.js')")}
function unused(a) { return a } const ENV = 'production'; if (ENV !== 'production') { debug(); } else if (typeof window === 'undefined') go();
(function () { var x = 1, y = x + 2; function inner(p, q) { if (p) { return q } else { return !q } } return inner(y, x) || inner(x, y) })(); var o = { a: 1, b: function () { return this.a } }; o.b(); switch (3) { case 1: f(); case 3: g(); break; default: h() } for (var i = 0; i < 10; i++) { if (i == 5) continue; k(i) } while (true) { if (l()) break; m(); }
const t = a => b => (c, d = 1, { e, ...f }) => [...c, a + b + d + e, f], s = \`x\${1 + 1}y\${"z"}\`, u = !!(v && w || !z), n = void 0 === q ? null : q; async function* r() { yield* await p(); } class C { #x = 1; static y = 2; get z() { return this.#x } } export { t, s, u, n, r, C };`;
const settings = [
  {},
  {
    compress: { passes: 3, unsafe: true, pure_getters: true, toplevel: true, drop_console: true },
    mangle: { toplevel: true },
  },
  { compress: false, mangle: { properties: { regex: /^_|quoted/, keep_quoted: true } } },
  { compress: false, mangle: false, format: { beautify: true, comments: 'all', quote_style: 3, ascii_only: true } },
  {
    ecma: 5,
    compress: { arrows: false, hoist_vars: true, hoist_funs: true },
    format: { max_line_len: 80, braces: true, ecma: 5 },
  },
  { sourceMap: { filename: 'o.js', url: 'o.js.map', includeSources: false }, module: true },
  { keep_fnames: true, keep_classnames: /C/, compress: { defaults: false, dead_code: true, evaluate: true } },
  { ie8: true, safari10: true, nameCache: { vars: { props: {} } } },
  { parse: { spidermonkey: false }, format: { spidermonkey: true, code: false } },
];
for (const setting of settings)
  await attemptLater(JSON.stringify(setting), async () => {
    const result = await minify({ 'a.js': code }, { module: true, ...setting });
    return [result.code, result.map, setting.format?.spidermonkey ? JSON.stringify(result).length : 0];
  });
for (const wrong of [
  'let = 1',
  'a b',
  'function (',
  '`${',
  'class { ',
  'for (;',
  'return',
  'import',
  'a => { ',
  '({a:1,',
  '"x',
  '/x',
  'let a; let a;',
  'break',
  'x = await y',
  'new.target',
  'yield = 1',
  '08n',
  '({ __proto__: 1 }',
  'super()',
])
  await attemptLater(wrong, async () => (await minify(wrong)).code);
for (const option of [{ none: 1 }, { compress: { none: 1 } }, { mangle: { none: 1 } }, { format: { none: 1 } }])
  await attemptLater(JSON.stringify(option), () => minify('a', option));
for (const [text, constants] of [
  ['if (DEBUG) a(); else b(X.y)', { DEBUG: false, 'X.y': 3 }],
  ['@@', {}],
])
  await attemptLater(text, async () => (await minify(text, { compress: { global_defs: constants } })).code);
