import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode, fileCause } from '../../file-cause.js';
import { KerntsError } from '../../messages.js';

/** Real path of the file that `-s` names. */
export function findSetup(typed: string, cwd: string): string {
  try {
    const path = realpathSync(resolve(cwd, typed));
    if (statSync(path).isFile()) return path;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') {
      throw new KerntsError({ kind: 'setup-not-found', path: typed });
    }
    throw new KerntsError({ kind: 'setup-unusable', path: typed, cause: fileCause(error) });
  }
  throw new KerntsError({ kind: 'setup-unusable', path: typed, cause: 'it is not a file' });
}
