import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/**
 * The packages that a bundle left as imports.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export function importedPackages({ outputs }) {
  const external = Object.values(outputs).flatMap(({ imports }) => imports.filter((found) => found.external));
  const specifiers = external.map(({ path }) => path).filter((path) => !isBuiltin(path) && !path.startsWith('.'));
  return [...new Set(specifiers.map(packageOf))];
}

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * What an installed package finds for sure.
 *
 * @param {string} folder
 * @returns {Promise<readonly string[]>}
 */
export async function dependenciesOf(folder) {
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return Object.keys(dependencies);
}
