/** What takes minutes: `test:slow`, and with it `check`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/slow-test-results.json' }]],
    include: ['test/**/*.slow.ts'],
    globalSetup: 'test/build-first.ts',
  },
});
