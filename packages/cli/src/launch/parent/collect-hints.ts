/** What there is to say after the program ended. */
import { basename, relative } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { Hint } from '../../messages.js';
import { covers } from '../hook/targets.js';
import { isRunning } from '../is-running.js';
import type { LaunchRequest, ProgramEnd } from '../request.js';
import { allOf, type SessionConfig } from '../session.js';
import type { DescribedFile, Note } from '../woven-file.js';
import { listShards } from './read-shards.js';
import { testRunnerOf } from './test-runner.js';

export interface Outcome {
  readonly profile: Profile | null;
  readonly end: ProgramEnd;
}

export function collectHints(
  folder: string,
  { targets, command, virtualEntry, base }: SessionConfig,
  { profile, end }: Outcome,
  { entry, targets: selectors }: LaunchRequest,
): readonly Hint[] {
  const notes = allOf<Note>(folder, 'notes');
  const hints = notes.flatMap(({ path, remarks }) =>
    remarks.map(({ line, message }): Hint => ({ kind: 'not-woven', file: shown(path, base), line, detail: message })),
  );
  const woven = allOf<DescribedFile>(folder, 'described').map(({ path }) => path);
  const { lost } = listShards(folder);
  // A process that outlives the program writes for nobody: its session is over.
  const running = lost.filter(({ pid }) => isRunning(pid));
  const ended = lost.filter((one) => !running.includes(one));
  if (ended.length > 0)
    hints.push({ kind: 'counts-lost', threads: ended.length, all: profile === null, end: nameOf(end) });
  if (running.length > 0) hints.push({ kind: 'still-running', processes: new Set(running.map(({ pid }) => pid)).size });
  if (woven.length > 0 && profile === null) return hints;
  selectors.forEach((selector, at) => {
    const target = targets[at];
    if (target !== undefined && !woven.some((path) => covers(target, path))) {
      hints.push({ kind: 'selector-missed', selector, reason: { kind: 'never-loaded' } });
    }
  });
  const script = virtualEntry === null ? (command[0] ?? '') : basename(virtualEntry.path);
  if (woven.length === 0 && hints.length === 0) {
    const isScript = entry.kind !== 'command' && entry.kind !== 'package';
    const runner = isScript ? null : testRunnerOf(command, base);
    if (runner !== null) hints.push({ kind: 'no-marks-in-tests', command, runner });
    else hints.push(isScript ? { kind: 'no-marks', script } : { kind: 'no-marks-in-command', command });
  }
  return hints;
}

function nameOf(end: ProgramEnd): string {
  return end.kind === 'signal' ? end.signal : `exit code ${end.code}`;
}

function shown(path: string, base: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
