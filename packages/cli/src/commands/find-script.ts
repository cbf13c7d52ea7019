import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode, fileCause } from '../file-cause.js';
import { KerntsError } from '../messages.js';

/** Tried in this order when the path as typed is no file, as Node does for `.js`. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The path to run, relative where it was typed so. */
export async function findScript(typed: string, cwd: string): Promise<string> {
  const exact = await kindOf(typed, cwd);
  if (exact === 'file') return typed;
  for (const extension of extensions) {
    if ((await kindOf(typed + extension, cwd)) === 'file') return typed + extension;
  }
  throw new KerntsError({ kind: exact === 'directory' ? 'script-is-directory' : 'script-not-found', path: typed });
}

async function kindOf(path: string, cwd: string): Promise<'file' | 'directory' | 'nothing'> {
  try {
    return (await stat(resolve(cwd, path))).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return 'nothing';
    throw new KerntsError({ kind: 'script-unreadable', path, cause: fileCause(error) });
  }
}
