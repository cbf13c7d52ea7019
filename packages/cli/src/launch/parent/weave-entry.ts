/** Weaves the script before the program begins: the program finds it woven, and a syntax error is told in kernts' words. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { KerntsError } from '../../messages.js';
import { weaveOnce } from '../hook/weave-once.js';
import { selectionIn } from '../hook/weaver.js';
import type { Entry, LaunchRequest } from '../request.js';
import type { SessionConfig } from '../session.js';
import type { WeaveText } from '../woven-file.js';
import { childFiles } from './child-files.js';

interface Surroundings {
  readonly folder: string;
  readonly cwd: string;
  readonly weaveText: WeaveText;
}

/** Null where there is nothing to weave. */
export function entryWeaving(
  entry: Entry,
  config: SessionConfig,
  { folder, cwd, weaveText }: Surroundings,
): (() => void) | null {
  if (entry.kind === 'command' || entry.kind === 'package') return null;
  const { path, text, shown } = entrySource(entry, config, cwd);
  const selection = selectionIn(config, path, text);
  if (selection === null) return null;
  return () => {
    const { syntaxError } = weaveOnce({ folder, config, path, source: text, selection }, weaveText);
    if (syntaxError !== null) throw new KerntsError({ kind: 'syntax-error', file: shown, ...syntaxError });
  };
}

/** A script without marks is not read before it runs. When it failed to run at all, this tells why. */
export function refuseUnreadable({ entry, cwd }: LaunchRequest, config: SessionConfig): void {
  if (entry.kind === 'command' || entry.kind === 'package') return;
  if (entry.kind === 'script' && !existsSync(resolve(cwd, entry.path))) return;
  const { path, text, shown } = entrySource(entry, config, cwd);
  const { syntaxError } = childFiles().weaveText(path, text, { kind: 'all' }, 'off');
  if (syntaxError !== null) throw new KerntsError({ kind: 'syntax-error', file: shown, ...syntaxError });
}

interface EntrySource {
  /** Real, absolute: as the loader will see it. */
  readonly path: string;
  readonly text: string;
  readonly shown: string;
}

function entrySource(entry: Entry, { virtualEntry }: SessionConfig, cwd: string): EntrySource {
  if (virtualEntry !== null) return { ...virtualEntry, shown: basename(virtualEntry.path) };
  if (entry.kind !== 'script') throw new Error('only a script comes without text');
  const path = realpathSync(resolve(cwd, entry.path));
  return { path, text: readFileSync(path, 'utf8'), shown: entry.path };
}
