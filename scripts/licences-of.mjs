import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the installed package that a file belongs to. */
const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licences of the installed packages that the files belong to. What is copied into a bundle must carry them.
 *
 * @param {readonly string[]} files
 */
export async function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(file.replaceAll('\\', '/'))?.[0] ?? []));
  const parts = await Promise.all([...folders].sort().map(licenceOf));
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text}`;
}
