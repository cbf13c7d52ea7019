/** What there is to say after the program ended. */
import { basename, relative } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { Hint } from '../../messages.js';
import { covers } from '../hook/targets.js';
import type { LaunchRequest, ProgramEnd } from '../request.js';
import { allOf, listPart, type SessionConfig } from '../session.js';
import type { DescribedFile, Note } from '../woven-file.js';

export interface Outcome {
  readonly profile: Profile | null;
  readonly end: ProgramEnd;
  /** Real path of the directory that paths are told from. */
  readonly base: string;
}

export function collectHints(
  folder: string,
  { targets, command, virtualEntry }: SessionConfig,
  { profile, end, base }: Outcome,
  { targets: selectors }: LaunchRequest,
): readonly Hint[] {
  const notes = allOf<Note>(folder, 'notes');
  const hints = notes.flatMap(({ path, remarks }) =>
    remarks.map(({ line, message }): Hint => ({ kind: 'not-woven', file: shown(path, base), line, detail: message })),
  );
  const woven = allOf<DescribedFile>(folder, 'described').map(({ path }) => path);
  const threads = lostThreads(folder);
  if (threads > 0) hints.push({ kind: 'counts-lost', threads, all: profile === null, end: nameOf(end) });
  if (woven.length > 0 && profile === null) return hints;
  selectors.forEach((selector, at) => {
    const target = targets[at];
    if (target !== undefined && !woven.some((path) => covers(target, path))) {
      hints.push({ kind: 'selector-missed', selector, reason: { kind: 'never-loaded' } });
    }
  });
  const script = virtualEntry === null ? (command[0] ?? '') : basename(virtualEntry.path);
  if (woven.length === 0 && hints.length === 0) hints.push({ kind: 'no-marks', script });
  return hints;
}

/** Threads that began to count and left nothing. */
function lostThreads(folder: string): number {
  const names = new Set(listPart(folder, 'shards'));
  return [...names].filter((name) => name.endsWith('.started') && !names.has(name.replace(/\.started$/, '.json')))
    .length;
}

function nameOf(end: ProgramEnd): string {
  return end.kind === 'signal' ? end.signal : `exit code ${end.code}`;
}

function shown(path: string, base: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
