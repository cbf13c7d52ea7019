/** What looks up globs, loaded when needed. By `require`: `import()` fails in code that was kept compiled. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

export function loadGlobs(): typeof import('tinyglobby') {
  return createRequire(join(import.meta.dirname, 'globs.cjs'))('tinyglobby');
}
