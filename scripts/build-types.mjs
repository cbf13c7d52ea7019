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
  for (const { folder, entries } of outputs.filter(({ types }) => types)) {
    const input = Object.fromEntries(
      Object.entries(entries).map(([name, source]) => [name, join(root, folder, source)]),
    );
    const bundle = await rollup({
      input,
      external: /^[^./]/,
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
