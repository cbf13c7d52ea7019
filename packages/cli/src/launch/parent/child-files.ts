/** Built files that the profiled process loads. They lie beside the file that kernts itself runs from. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ABI_VERSION } from '@kernts/runtime';
import { ownVersion } from '../../version.js';
import type { WeaveText } from '../woven-file.js';

export interface ChildFiles {
  readonly preload: string;
  /** A URL, as `--import` wants it on Windows. */
  readonly loader: string;
  readonly codeEntry: string;
  /** Loads the parser when it is first called. */
  readonly weaveText: WeaveText;
  /**
   * Another build may weave otherwise. The parser is a part of the file; what a registry hands out has one time for all
   * versions, so time and size alone would not tell them apart.
   */
  weaveVersion(): string;
}

export function childFiles(folder = import.meta.dirname): ChildFiles {
  return {
    preload: join(folder, 'preload.cjs'),
    loader: pathToFileURL(join(folder, 'loader.js')).href,
    codeEntry: join(folder, 'code-entry.cjs'),
    weaveText: (...args) =>
      (createRequire(join(folder, 'weave.cjs'))('./weave.cjs') as { readonly weaveText: WeaveText }).weaveText(...args),
    weaveVersion() {
      const { mtimeMs, size } = statSync(join(folder, 'weave.cjs'));
      return `${ownVersion()} ${ABI_VERSION} ${folder} ${mtimeMs} ${size}`;
    },
  };
}
