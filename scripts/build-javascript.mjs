import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dependenciesOf, importedPackages } from './imported-packages.mjs';
import { licencesOf } from './licences-of.mjs';
import { outputs } from './outputs.mjs';

/** @import { Format, Output } from './outputs.mjs' */
/** @import { BuildOptions } from 'esbuild' */

/** @type {Readonly<Record<Format, BuildOptions>>} */
const settings = {
  // `paths` in the tsconfig lead to the workspace's sources; without a tsconfig its packages are external as any other.
  esm: { format: 'esm', splitting: true, packages: 'external', tsconfigRaw: {} },
  cjs: { format: 'cjs', packages: 'external', tsconfigRaw: {}, outExtension: { '.js': '.cjs' } },
  program: { format: 'esm', packages: 'external' },
  inlined: {
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.dirname': '__dirname' },
  },
  page: {
    format: 'iife',
    platform: 'browser',
    // `light-dark()` needs newer ones than the script does: it is what the page's colours are written in.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
  },
};

/**
 * Tries every output, so that one broken package does not hide the state of the others; esbuild prints what is wrong.
 *
 * @param {string} root
 */
export async function buildJavaScript(root) {
  const bundles = outputs.flatMap((output) => output.formats.map((format) => ({ output, format })));
  const results = await Promise.allSettled(bundles.map(({ output, format }) => bundle(root, output, format)));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const failed = bundles.filter((_, index) => results[index]?.status === 'rejected');
  const names = failed.map(({ output, format }) => `${output.folder} as ${format}`).join(', ');
  if (failed.length > 0) throw new AggregateError(reasons, `Could not bundle ${names}.`);
}

/**
 * @param {string} root
 * @param {Output} output
 * @param {Format} format
 */
async function bundle(root, { folder, entries }, format) {
  const installed = await dependenciesOf(join(root, folder));
  const { warnings, metafile } = await build({
    platform: 'node',
    target: 'node20.19',
    ...settings[format],
    ...(format === 'inlined' && { external: [...installed] }),
    absWorkingDir: join(root, folder),
    entryPoints: entries,
    outdir: 'dist',
    bundle: true,
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  });
  if (warnings.length > 0) throw new Error(`Bundling ${folder} as ${format} gave warnings; resolve them, see above.`);
  const missing = importedPackages(metafile).filter((name) => !installed.includes(name));
  if (missing.length > 0) throw new Error(`${folder} as ${format} imports what is not installed with it: ${missing}.`);
  const inputs = Object.keys(metafile.inputs).map((path) => join(root, folder, path));
  if (format === 'inlined')
    await writeFile(join(root, folder, 'dist', 'THIRD-PARTY-LICENCES.txt'), await licencesOf(inputs));
  // What is written into reports travels alone, so its licences travel in it.
  if (format === 'page') await prepend(join(root, folder, 'dist', 'page-script.js'), await licencesOf(inputs));
}

/**
 * @param {string} path
 * @param {string} comment
 */
async function prepend(path, comment) {
  const script = await readFile(path, 'utf8');
  await writeFile(path, `/*\n${comment.replaceAll('*/', '* /')}*/\n${script}`);
}
