import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string) => fileURLToPath(new URL(`packages/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // As `paths` in tsconfig.base.json: a test of one package sees the others' sources.
    alias: [
      { find: /^@kernts\/runtime$/, replacement: source('runtime/src/index.ts') },
      { find: /^@kernts\/runtime\/probe-abi$/, replacement: source('runtime/src/probe-abi.ts') },
      { find: /^@kernts\/transformer$/, replacement: source('transformer/src/index.ts') },
      { find: /^@kernts\/transformer\/babel-plugin$/, replacement: source('transformer/src/babel-plugin.ts') },
    ],
  },
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test-results.json' }]],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'across',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/fixtures/**'],
          // These run the command, which runs what is built.
          globalSetup: ['test/build-first.ts', 'test/readers/tell-missing.ts'],
        },
      },
    ],
  },
});
