import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestSubcommand } from '../command-line/nearest-subcommand.js';
import { errorCode, fileCause } from '../file-cause.js';
import { KerntsError } from '../messages.js';

/** Tried in this order when the path as typed is no file, as Node does for `.js`. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The path to run, relative where it was typed so. */
export function findScript(typed: string, cwd: string): string {
  const exact = kindOf(typed, cwd);
  if (exact === 'file') return typed;
  for (const extension of extensions) {
    if (kindOf(typed + extension, cwd) === 'file') return typed + extension;
  }
  if (exact === 'directory') throw new KerntsError({ kind: 'script-is-directory', path: typed });
  throw new KerntsError({ kind: 'script-not-found', path: typed, nearest: nearestSubcommand(typed) });
}

function kindOf(path: string, cwd: string): 'file' | 'directory' | 'nothing' {
  try {
    return statSync(resolve(cwd, path)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return 'nothing';
    throw new KerntsError({ kind: 'script-unreadable', path, cause: fileCause(error) });
  }
}
