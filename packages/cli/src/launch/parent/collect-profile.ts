/** What the processes and threads of the program left, as one profile. */
import { isAbsolute, relative, sep } from 'node:path';
import { PROFILE_FORMAT, PROFILE_VERSION, type Profile, type ProfiledFile } from '@kernts/runtime';
import { mergeProfiles } from '../../profile/merge.js';
import { describedName } from '../hook/weave-once.js';
import { allOf, listPart, readPart, type SessionConfig } from '../session.js';
import type { DescribedFile } from '../woven-file.js';
import type { ProgramRun } from './run-program.js';
import { toOriginal } from './to-original.js';
import { withUncalled } from './uncalled.js';

/** Null when no woven file was loaded, or when what was counted is lost. */
export function collectProfile(folder: string, config: SessionConfig, run: ProgramRun, base: string): Profile | null {
  const described = allOf<DescribedFile>(folder, 'described');
  if (described.length === 0) return null;
  const shards = allOf<Profile>(folder, 'shards').sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  const counted = mergeProfiles(shards);
  const isLost = counted === null && listPart(folder, 'shards').length > 0;
  if (isLost) return null;

  const all = withUncalled(counted ?? empty(config, run), described);
  const files = all.files.map((file) => ({ ...file, source: readPart(folder, 'sources', file.sha256) }));
  const { files: originals, ...profile } = toOriginal({ ...all, files, command: config.command }, (file) => {
    const name = describedName(file);
    return described.find((one) => describedName(one) === name)?.originals ?? null;
  });
  return { ...profile, files: originals.map((file) => ({ ...file, path: pathBelow(base, file) })) };
}

/** Of a program in which nothing that is profiled was called. */
function empty({ command, timing }: SessionConfig, { startedAt, wallNs }: ProgramRun): Profile {
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    unitNs: 1,
    command,
    node: process.version,
    startedAt,
    wallNs,
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
