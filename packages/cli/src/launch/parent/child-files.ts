/** Built files that the profiled process loads. They lie beside the file that kernts itself runs from. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ABI_VERSION } from '@kernts/runtime';
import { ownVersion } from '../../version.js';
import type { WeaveText } from '../woven-file.js';

export interface ChildFiles {
  /** Where they lie. */
  readonly dist: string;
  readonly preload: string;
  readonly descendant: string;
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

export function childFiles(dist = import.meta.dirname): ChildFiles {
  return {
    dist,
    preload: join(dist, 'preload.cjs'),
    descendant: join(dist, 'descendant.cjs'),
    loader: pathToFileURL(join(dist, 'loader.js')).href,
    codeEntry: join(dist, 'code-entry.cjs'),
    weaveText: (...args) =>
      (createRequire(join(dist, 'weave.cjs'))('./weave.cjs') as { readonly weaveText: WeaveText }).weaveText(...args),
    weaveVersion() {
      const { mtimeMs, size } = statSync(join(dist, 'weave.cjs'));
      return `${ownVersion()} ${ABI_VERSION} ${dist} ${mtimeMs} ${size}`;
    },
  };
}
