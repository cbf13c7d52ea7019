/** The shards that the processes and threads of the program left, as one profile. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { Profile, ProfiledFile } from '@kernts/runtime';
import { mergeProfiles } from '../../profile/merge.js';
import { listPart, readPart, type SessionConfig } from '../session.js';
import type { CompiledFile } from '../woven-file.js';
import { toOriginal } from './to-original.js';

/** Null when there is no shard: nothing woven was loaded, or the program was killed. */
export function collectProfile(folder: string, config: SessionConfig, cwd: string): Profile | null {
  const shards = listPart(folder, 'shards')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => parsedShard(readPart(folder, 'shards', name)));
  const merged = mergeProfiles(shards.sort((a, b) => a.startedAt.localeCompare(b.startedAt)));
  if (merged === null) return null;
  const files = merged.files.map((file) => ({ ...file, source: readPart(folder, 'sources', file.sha256) }));
  const profile = { ...merged, files, command: config.command };
  const original = toOriginal(profile, (file) => compiledFile(folder, file));
  const base = realpathSync(cwd);
  return { ...original, files: original.files.map((file) => ({ ...file, path: pathBelow(base, file) })) };
}

function parsedShard(text: string | null): Profile[] {
  return text === null ? [] : [JSON.parse(text) as Profile];
}

function compiledFile(folder: string, { sha256 }: ProfiledFile): CompiledFile | null {
  const text = readPart(folder, 'compiled', `${sha256}.json`);
  return text === null ? null : (JSON.parse(text) as CompiledFile);
}

/** Relative to the working directory where the file lies below it. */
function pathBelow(base: string, { path }: ProfiledFile): string {
  const below = relative(base, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.replaceAll(sep, '/');
}
