/**
 * Programs of others that tests read kernts' output with: the real readers. Where one is missing, its tests are skipped and
 * say so; `.ci/install-readers.mjs` installs them from Debian.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {keyof typeof readers} Reader
 * @typedef {{ readonly command: string } | { readonly missing: string }} Found
 */

/** By the command's name: Debian's package that has it. */
export const readers = /** @type {const} */ ({
  chromium: 'chromium',
  callgrind_annotate: 'valgrind',
  go: 'golang-go',
  lcov: 'lcov',
  genhtml: 'lcov',
});

/**
 * The command's path, or the sentence that a skipped test shows.
 *
 * @param {Reader} reader
 * @returns {Found}
 */
export function findReader(reader) {
  const command = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, reader));
  const found = command.find(isExecutable);
  if (found !== undefined) return { command: found };
  return { missing: `${reader} is not installed (Debian: apt-get install ${readers[reader]})` };
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
