/** What there is to say after the program ended. */
import { realpathSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { Hint } from '../../messages.js';
import { covers } from '../hook/targets.js';
import type { LaunchRequest } from '../request.js';
import { allOf, type SessionConfig } from '../session.js';
import type { DescribedFile, Note } from '../woven-file.js';

export function collectHints(
  folder: string,
  { targets, command, virtualEntry }: SessionConfig,
  profile: Profile | null,
  { targets: selectors, cwd }: LaunchRequest,
): readonly Hint[] {
  const base = realpathSync(cwd);
  const notes = allOf<Note>(folder, 'notes');
  const hints = notes.flatMap(({ path, remarks }) =>
    remarks.map(({ line, message }): Hint => ({ kind: 'not-woven', file: shown(path, base), line, detail: message })),
  );
  const woven = allOf<DescribedFile>(folder, 'described').map(({ path }) => path);
  if (woven.length > 0 && profile === null) return [...hints, { kind: 'nothing-ran' }];
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

function shown(path: string, base: string): string {
  const below = relative(base, path);
  return below.startsWith('..') ? path : below;
}
