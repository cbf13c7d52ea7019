/**
 * What the packages ship: each entry becomes a file in its package's `dist`, named by its key.
 *
 * - `esm`, `cjs`: a library. Other packages stay imports.
 * - `program`: ES module with the workspace's own packages inside; third-party packages stay imports.
 * - `inlined`: CommonJS, everything inside one minified file, because each start of a profiled program loads it. What
 *   is imported dynamically is evaluated when it is needed; what is installed with the package stays an import.
 * - `page`: what a browser runs, script or style, minified and in one file; the command writes it into reports.
 *
 * @typedef {'esm' | 'cjs' | 'program' | 'inlined' | 'page'} Format
 * @typedef {object} Output
 * @property {string} folder
 * @property {readonly Format[]} formats
 * @property {readonly string[]} types the entries that users import, which come with declarations
 * @property {Readonly<Record<string, string>>} entries
 */

/** @type {readonly Output[]} */
export const outputs = [
  {
    folder: 'packages/runtime',
    formats: ['esm', 'cjs'],
    types: ['index', 'probe-abi'],
    entries: { index: './src/index.ts', 'probe-abi': './src/probe-abi.ts' },
  },
  {
    folder: 'packages/transformer',
    formats: ['esm', 'cjs'],
    types: ['index', 'babel-plugin'],
    entries: { index: './src/index.ts', 'babel-plugin': './src/babel-plugin.ts' },
  },
  {
    folder: 'packages/cli',
    formats: ['program'],
    types: [],
    entries: {
      loader: './src/launch/child/loader.ts',
      hooks: './src/launch/child/hooks.ts',
    },
  },
  {
    folder: 'packages/cli',
    formats: ['inlined'],
    types: ['vite', 'babel', 'register', 'index'],
    entries: {
      bin: './src/start.ts',
      command: './src/bin.ts',
      preload: './src/launch/child/preload.ts',
      descendant: './src/launch/child/descendant.ts',
      weave: './src/launch/hook/weave.ts',
      'code-entry': './src/launch/child/code-entry.ts',
      scribe: './src/launch/child/scribe.ts',
      settle: './src/explicit/settle-session.ts',
      begin: './src/explicit/begin-session.ts',
      register: './src/explicit/register.ts',
      index: './src/explicit/index.ts',
      vite: './src/plugin/vite.ts',
      babel: './src/plugin/babel.ts',
    },
  },
  {
    folder: 'packages/cli',
    formats: ['page'],
    types: [],
    entries: { 'page-script': './src/report/html/page/main.ts', 'page-style': './src/report/html/page/style/page.css' },
  },
];
