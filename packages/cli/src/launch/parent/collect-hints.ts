/** What there is to say after the program ended. */
import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { Hint } from '../../messages.js';
import { covers } from '../hook/targets.js';
import type { LaunchRequest } from '../request.js';
import { listPart, readPart, type SessionConfig } from '../session.js';
import type { Note } from '../woven-file.js';

export function collectHints(
  folder: string,
  { targets, command }: SessionConfig,
  profile: Profile | null,
  { targets: selectors, cwd }: LaunchRequest,
): readonly Hint[] {
  const base = realpathSync(cwd);
  const notes = listPart(folder, 'notes').map((name) => JSON.parse(readPart(folder, 'notes', name) ?? '') as Note);
  const hints = notes.flatMap(({ path, remarks }) =>
    remarks.map(({ line, message }): Hint => ({ kind: 'not-woven', file: shown(path, base), line, detail: message })),
  );
  const isWoven = listPart(folder, 'sources').length > 0;
  if (isWoven && profile === null) return [...hints, { kind: 'nothing-ran' }];
  const profiled = profile?.files.map(({ path }) => resolve(base, path)) ?? [];
  selectors.forEach((selector, at) => {
    const target = targets[at];
    if (target !== undefined && !profiled.some((path) => covers(target, path))) {
      hints.push({ kind: 'selector-missed', selector, reason: { kind: 'never-loaded' } });
    }
  });
  if (!isWoven && hints.length === 0) hints.push({ kind: 'no-marks', script: command[0] ?? '' });
  return hints;
}

function shown(path: string, base: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
