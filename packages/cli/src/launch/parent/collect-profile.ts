/** What the processes and threads of the program left, as one profile. */
import { isAbsolute, relative, sep } from 'node:path';
import { PROFILE_FORMAT, PROFILE_VERSION, type Profile, type ProfiledFile } from '@kernts/runtime';
import { mergeProfiles } from '../../profile/merge.js';
import { describedName } from '../hook/weave-once.js';
import { allOf, readPart, type SessionConfig } from '../session.js';
import type { DescribedFile } from '../woven-file.js';
import { listShards, makeShareGiver, readShard } from './read-shards.js';
import { type OriginalsOf, toOriginal } from './to-original.js';
import { withUncalled } from './uncalled.js';

/** Null when no woven file was loaded, or when what was counted is lost. */
export function collectProfile(folder: string, config: SessionConfig): Profile | null {
  const described = new Map(allOf<DescribedFile>(folder, 'described').map((file) => [describedName(file), file]));
  if (described.size === 0) return null;
  const { shards, lost } = listShards(folder);
  if (shards.length === 0 && lost.length > 0) return null;

  const originalsOf: OriginalsOf = (file) => described.get(describedName(file))?.originals ?? null;
  const hasShares = shards.length + lost.length > 1;
  const withShare = makeShareGiver();
  const uncalled = new Map(described);
  /** Only the sum is held in memory: a program may start thousands of processes. */
  function* parts(): Generator<Profile> {
    let wallNs = (Date.now() - Date.parse(config.startedAt)) * 1e6;
    for (const shard of shards) {
      const counted = readShard(folder, shard);
      if (counted === null) continue;
      wallNs = 0;
      for (const file of counted.files) uncalled.delete(describedName(file));
      const part = toOriginal(counted, originalsOf);
      yield hasShares ? withShare(part, shard) : part;
    }
    yield toOriginal(withUncalled({ ...empty(config), wallNs }, [...uncalled.values()]), originalsOf);
  }

  const { files, ...profile } = mergeProfiles(parts()) ?? empty(config);
  return {
    ...profile,
    command: config.command,
    files: files.map((file) => ({
      ...file,
      source: file.source ?? readPart(folder, 'sources', file.sha256),
      path: pathBelow(config.base, file),
    })),
  };
}

/** Of a program in which nothing that is profiled was called. */
function empty({ command, timing, startedAt }: SessionConfig): Profile {
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    unitNs: 1,
    command,
    node: process.version,
    startedAt,
    wallNs: 0,
    timing: { mode: timing, probeCostNs: 0, readings: 0 },
    files: [],
    functions: [],
  };
}

/** Relative to the working directory where the file lies below it. */
function pathBelow(base: string, { path }: ProfiledFile): string {
  const below = relative(base, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.replaceAll(sep, '/');
}
