import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildJavaScript } from './build-javascript.mjs';
import { buildTypes } from './build-types.mjs';
import { outputs } from './outputs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const { folder } of outputs) rmSync(join(root, folder, 'dist'), { recursive: true, force: true });
try {
  await buildJavaScript(root);
  await buildTypes(root);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
