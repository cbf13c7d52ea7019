import { join } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { outputs } from './outputs.mjs';

/**
 * Declarations of the packages that export anything, once for `import` and once for `require`. Fails on a type error.
 *
 * @param {string} root
 */
export async function buildTypes(root) {
  for (const { folder, entries, types } of outputs.filter(({ types }) => types.length > 0)) {
    const input = Object.fromEntries(types.map((name) => [name, join(root, folder, entries[name] ?? name)]));
    const bundle = await rollup({
      // An entry may have an effect and nothing to import.
      onLog: (level, log, handle) => log.code === 'EMPTY_BUNDLE' || handle(level, log),
      input,
      external: (id) => /^[^./]/.test(id) && !(folder === 'packages/cli' && id.startsWith('@kernts/')),
      plugins: [dts({ tsconfig: join(root, folder, 'tsconfig.json') })],
    });
    for (const extension of ['d.ts', 'd.cts']) {
      await bundle.write({
        dir: join(root, folder, 'dist'),
        format: 'es',
        entryFileNames: `[name].${extension}`,
        chunkFileNames: `chunks/[name]-[hash].${extension}`,
      });
    }
    await bundle.close();
  }
}
