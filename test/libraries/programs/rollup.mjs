import { defineConfig, rollup, VERSION } from 'rollup';
import { javaScript } from './sample-source.mjs';
import { attemptLater, show } from './show.mjs';

const files = {
  main: "import def, { a as renamed, unused } from 'lib'; import * as ns from 'lib'; import './side'; export * from 'star'; export { default as again } from 'lib'; export const x = renamed + ns.b + ns[def]; if (false) { console.log('dead'); } const lazy = () => import('lazy'); export { lazy }; class Pure { static y = /*#__PURE__*/ f(); } function f() { return 1 } console.log(process.env.MODE === 'x' ? 1 : 2, import.meta.url);",
  lib: "export let a = 1; export const b = 2; export function unused() { return a++; } export default (function () { return 'd' })(); export class Unused { static { a = 2 } }",
  side: "import { b } from 'lib'; globalThis.side = b; let local = 1; local = local ? local : 2; (() => { const { q = 1, ...r } = window.o ?? {}; return r; })();",
  star: "export * from 'deep'; export const s = 'é\u2028'; export { circular } from 'circle';",
  deep: 'export const deep = { get x() { return 1 } }; export const s = 2;',
  circle: "import { s } from 'star'; export function circular() { return s }",
  lazy: "import { b } from 'lib'; export const lazyValue = b; export default await Promise.resolve(1);",
  second:
    "import { a } from 'lib'; import external, { some } from 'external'; export default [a, external, some, external.x?.()]; export { files } from 'virtual:files';",
};
// Modules are parsed by threads: in no order.
const parsed = [];
const virtual = {
  name: 'virtual',
  buildStart() {
    this.emitFile({ type: 'asset', name: 'asset.txt', source: 'asset' });
  },
  resolveId(id) {
    if (id === 'external') return { id, external: true, moduleSideEffects: false };
    if (id in files || id === 'virtual:files') return `\0${id}`;
    return id.startsWith('./') ? `\0${id.slice(2)}` : null;
  },
  load(id) {
    return id === '\0virtual:files'
      ? {
          code: `export const files = ${JSON.stringify(Object.keys(files))}`,
          meta: { virtual: true },
          syntheticNamedExports: false,
        }
      : files[id.slice(1)];
  },
  transform: {
    order: 'post',
    handler(code, id) {
      if (id.includes('deep')) this.warn({ message: 'deep', pos: 3 });
      return { code: code.replace('process.env.MODE', '"x"'), map: null };
    },
  },
  // What a module exports again is known only when the others are parsed.
  moduleParsed: ({ id, importedIds }) => {
    parsed.push([id, importedIds].join());
  },
  resolveImportMeta: (property) => (property === 'url' ? '"here"' : null),
  renderChunk: (code) => `/* rendered */${code}`,
  augmentChunkHash: () => 'x',
  generateBundle(_options, bundle) {
    show('bundle', Object.keys(bundle));
  },
  buildEnd: (error) => show('build end', error?.message),
};
const warnings = [];
await attemptLater('bundled', async () => {
  const bundle = await rollup(
    defineConfig({
      input: { main: 'main', second: 'second' },
      plugins: [virtual],
      treeshake: { moduleSideEffects: (id) => id !== '\0deep' },
      onwarn: ({ code, message }) => warnings.push([code, message]),
    }),
  );
  for (const options of [
    { format: 'es' },
    { format: 'cjs', exports: 'named', interop: 'auto' },
    { format: 'system', sourcemap: true },
    { format: 'amd', generatedCode: 'es2015', amd: { autoId: true } },
    { format: 'es', preserveModules: true, minifyInternalExports: true, compact: true },
    {
      format: 'es',
      manualChunks: { shared: ['\0lib'] },
      banner: '/* top */',
      footer: () => '/* end */',
      entryFileNames: '[name]-[hash].js',
      hashCharacters: 'hex',
    },
    { format: 'iife' },
  ]) {
    await attemptLater(JSON.stringify(options), async () =>
      (await bundle.generate(options)).output.map((part) => [
        part.fileName,
        part.type,
        part.exports,
        part.imports,
        part.dynamicImports,
        part.code,
        part.map?.mappings,
      ]),
    );
  }
  show('watched', bundle.watchFiles.toSorted());
  show('cache', bundle.cache.modules.map(({ id, dependencies }) => `${[id, dependencies]}`).sort());
  await bundle.close();
});
show('parsed', parsed.sort());
show('warnings', warnings.map(String).sort());
const one = (code, options = {}) =>
  rollup({
    input: 'x',
    logLevel: 'silent',
    plugins: [{ name: 'one', resolveId: (id) => (id === 'x' ? id : { id, external: true }), load: () => code }],
    ...options,
  })
    .then((bundle) => bundle.generate({ format: 'umd', name: 'a.b', globals: (id) => `G_${id.replace(/\W/g, '_')}` }))
    .then(({ output }) => output[0].code);
await attemptLater('sample', () => one(javaScript));
for (const code of [
  'export const a = 1; export { a }',
  'import { x } from "y"; x = 1',
  'let a; let a',
  'export * from "a"; export * from "b"',
  'if (true) { f() } else { g() } while (false) h(); const o = { m() { return this.n }, n: 1 }; o.m();',
  'label: for (const a of []) { break label } switch (1) { case 1: x(); break; default: y() } try { z() } catch {} var e = "a" + 1 + `b${2}`; e && w(); !1 || v(); (0, u)()',
  'this.x = 1; delete a.b; new (class { #p = t(); static q = 1 })()',
  'const { a, b: [c = d(), ...e], ...f } = g; export default class extends f {}',
  'async function* i() { yield* j; for await (k of l); } i()',
  'export { missing } from "x"; export default',
  '(function () { return arguments[0] })(m => n => m(n)); eval("o")',
]) {
  await attemptLater(code, () => one(code));
  await attemptLater('all kept', () => one(code, { treeshake: false }));
}
for (const options of [
  { input: 'none' },
  { input: [] },
  {
    plugins: [
      {
        name: 'bad',
        load() {
          this.error({ message: 'refused', code: 'NO' });
        },
      },
    ],
  },
])
  await attemptLater('wrong', () => rollup({ input: 'x', ...options }));
show('version', VERSION.split('.').length);
