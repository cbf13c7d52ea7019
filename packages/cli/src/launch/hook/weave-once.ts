/** Weaves a file that was not woven before, by this process or another, in this run or an earlier one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSelection } from '@kernts/transformer';
import { type SessionConfig, writePart } from '../session.js';
import { readWhole, writeWhole } from '../whole-files.js';
import type { DescribedFile, WeaveText, WovenFile } from '../woven-file.js';
import { sha256 } from './sha256.js';

export interface WeaveRequest {
  /** Of the session. */
  readonly folder: string;
  readonly config: SessionConfig;
  readonly path: string;
  readonly source: string;
  readonly selection: FileSelection;
}

export function weaveOnce({ folder, config, path, source, selection }: WeaveRequest, weaveText: WeaveText): WovenFile {
  const key = sha256(JSON.stringify([config.weaveVersion, config.timing, selection, path, source]));
  // What comes out of a compiled file depends on its map and its originals too, and they may change between runs.
  const isCompiled = source.includes('sourceMappingURL=');
  const file = join(isCompiled || config.cache === null ? join(folder, 'woven') : config.cache, `${key}.json`);

  const known = readWhole(file);
  const woven = known === null ? weaveText(path, source, selection, config.timing) : (JSON.parse(known) as WovenFile);
  if (known === null) writeWhole(file, JSON.stringify(woven));
  record(folder, key, path, source, woven);
  return woven;
}

/** For the runtime, and for the parent when the program has ended. */
function record(folder: string, key: string, path: string, source: string, { description, remarks }: WovenFile): void {
  if (description !== null && !existsSync(join(folder, 'described', describedName(description)))) {
    writePart(folder, 'sources', description.sha256, source);
    writePart(folder, 'described', describedName(description), JSON.stringify(description));
  }
  if (remarks.length > 0) writePart(folder, 'notes', `${key}.json`, JSON.stringify({ path, remarks }));
}

export function describedName({ path, sha256: hash }: Pick<DescribedFile, 'path' | 'sha256'>): string {
  return `${sha256(`${path}\0${hash}`)}.json`;
}
