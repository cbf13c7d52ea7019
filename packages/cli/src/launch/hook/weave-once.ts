/** Weaves a file that was not woven before, by this process or another, in this run or an earlier one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSelection } from '@kernts/transformer';
import { type SessionConfig, writePart } from '../session.js';
import { readWhole, writeWhole } from '../whole-files.js';
import type { Dependency, DescribedFile, WeaveText, WovenFile } from '../woven-file.js';
import { sha256 } from './sha256.js';
import { mapBeside } from './source-map-of.js';

export interface WeaveRequest {
  /** Of the session. */
  readonly folder: string;
  readonly config: SessionConfig;
  readonly path: string;
  readonly source: string;
  readonly selection: FileSelection;
}

export function weaveOnce({ folder, config, path, source, selection }: WeaveRequest, weaveText: WeaveText): WovenFile {
  const map = mapBeside(path, source);
  const key = sha256(JSON.stringify([config.weaveVersion, config.timing, selection, path, source, map]));
  const file = join(config.cache ?? join(folder, 'woven'), `${key}.json`);

  const known = readWoven(file);
  const woven = known ?? weaveText(path, source, selection, config.timing);
  if (known === null) writeWhole(file, JSON.stringify(woven));
  record(folder, key, path, source, woven);
  return woven;
}

/** Null also where an original has changed since, or a disk has lost a part. */
function readWoven(file: string): WovenFile | null {
  try {
    const woven = JSON.parse(readWhole(file) ?? 'null') as WovenFile | null;
    return woven?.dependsOn.every(isUnchanged) ? woven : null;
  } catch {
    return null;
  }
}

function isUnchanged({ path, sha256: known }: Dependency): boolean {
  const text = readWhole(path);
  return (text === null ? null : sha256(text)) === known;
}

/** For the runtime, and for the parent when the program has ended. */
function record(folder: string, key: string, path: string, source: string, { description, remarks }: WovenFile): void {
  if (description !== null && !existsSync(join(folder, 'described', describedName(description)))) {
    recordDescribed(folder, description, source);
  }
  if (remarks.length > 0) writePart(folder, 'notes', `${key}.json`, JSON.stringify({ path, remarks }));
}

/** `source` null: nobody has the text any more. */
export function recordDescribed(folder: string, description: DescribedFile, source: string | null): void {
  if (source !== null) writePart(folder, 'sources', description.sha256, source);
  writePart(folder, 'described', describedName(description), JSON.stringify(description));
}

export function describedName({ path, sha256: hash }: Pick<DescribedFile, 'path' | 'sha256'>): string {
  return `${sha256(`${path}\0${hash}`)}.json`;
}
