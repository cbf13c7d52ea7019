/** What an outfile's path leads to, which decides how a profile gets there. */
import { fstatSync, readdirSync, realpathSync, type Stats, statSync, writeSync } from 'node:fs';
import { errorCode } from '../file-cause.js';

export type WriteTarget =
  /** Can be replaced by a rename. `path` is behind symbolic links, so that a link stays. */
  | { readonly kind: 'file'; readonly path: string; readonly exists: boolean }
  /** A file that somebody writes through this descriptor, as the shell does for `> file`: replacing it would lose what they wrote. */
  | { readonly kind: 'open-file'; readonly descriptor: number }
  /** A device or a pipe such as /dev/null: renaming onto it would put a file in its place. */
  | { readonly kind: 'device'; readonly path: string };

export function writeTargetOf(path: string): WriteTarget {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (!found.isFile()) return { kind: 'device', path };
    const descriptor = writingDescriptorOf(found);
    if (descriptor !== undefined) return { kind: 'open-file', descriptor };
    return { kind: 'file', path: realpathSync(path), exists: true };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { kind: 'file', path, exists: false };
  }
}

function writingDescriptorOf({ dev, ino }: Stats): number | undefined {
  return openDescriptors().find((descriptor) => {
    try {
      const open = fstatSync(descriptor);
      // Writing nothing fails where the descriptor is for reading only.
      return open.dev === dev && open.ino === ino && writeSync(descriptor, new Uint8Array()) === 0;
    } catch {
      return false;
    }
  });
}

/** Ascending, so that stdout comes first; the standard ones where the system does not list them. */
function openDescriptors(): readonly number[] {
  try {
    return readdirSync('/dev/fd')
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return [1, 2];
  }
}
