/** Commands behind `--`, and packages behind `-m`. */
import type { Kind } from './kind.js';

const manifest = (parts: object) => JSON.stringify({ name: 'tool', version: '1.0.0', ...parts });

export const commandKinds: readonly Kind[] = [
  {
    name: '`-- npm test`',
    onAll: true,
    args: ['--', 'npm', 'test'],
    runs: { 'child.cjs': 1, 'child.mjs': 1 },
  },
  {
    name: '`-- npx COMMAND`',
    onAll: false,
    args: ['--', 'npx', 'tool'],
    files: {
      'node_modules/.bin/tool': "#!/usr/bin/env node\nrequire(process.cwd() + '/child.cjs');\n",
    },
    runs: { 'child.cjs': 1 },
  },
  {
    name: '`-- node --test`',
    onAll: true,
    args: ['--', 'node', '--test', 'child.cjs', 'child.mjs'],
    runs: { 'child.cjs': 1, 'child.mjs': 1 },
  },
  {
    name: '`-- ./script.sh`',
    onAll: false,
    args: ['--', './script.sh'],
    files: { 'script.sh': '#!/bin/sh\nnode child.cjs\nnode child.mjs\n' },
    runs: { 'child.cjs': 1, 'child.mjs': 1 },
  },
  {
    name: 'a command with a loader of its own (tsx)',
    onAll: true,
    args: ['--', 'node', '--import', 'tsx', 'typed.mts'],
    files: { 'typed.mts': "enum Kind { a }\nif (Kind.a === 0) await import('./child.mjs');\nexport {};\n" },
    runs: { 'child.mjs': 1 },
  },
  {
    name: 'a command with `--loader`',
    onAll: true,
    args: ['--', 'node', '--no-warnings', '--loader', './loader.mjs', 'child.mjs'],
    files: { 'loader.mjs': 'export const load = (url, context, next) => next(url, context);\n' },
    runs: { 'child.mjs': 1 },
  },
  {
    name: '`-m PACKAGE` with a command',
    onAll: false,
    args: ['-m', 'tool'],
    files: {
      'node_modules/tool/package.json': manifest({ bin: { tool: './run.js', other: './other.js' } }),
      'node_modules/tool/run.js': "require(process.cwd() + '/child.cjs');\n",
    },
    runs: { 'child.cjs': 1 },
  },
  {
    name: '`-m PACKAGE` with a main file',
    onAll: false,
    args: ['-m', '@scope/tool'],
    files: {
      'node_modules/@scope/tool/package.json': manifest({ type: 'module', exports: { import: './index.js' } }),
      'node_modules/@scope/tool/index.js': "await import(process.cwd() + '/child.mjs');\n",
    },
    runs: { 'child.mjs': 1 },
  },
];
