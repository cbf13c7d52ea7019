/** Before the start: look everything up, refuse what cannot work, and write down how to run the program. */
import type { LaunchRequest } from '../request.js';
import type { SessionConfig } from '../session.js';
import { openCache } from './cache.js';
import { childFiles } from './child-files.js';
import { findSetup } from './find-setup.js';
import { lookUpTargets } from './look-up-targets.js';
import { stackRoom } from './stack-room.js';
import { virtualEntryOf } from './virtual-entry.js';
import { entryWeaving } from './weave-entry.js';

export interface RunPlan {
  readonly config: SessionConfig;
  /** Everything behind `node`. */
  readonly nodeArguments: readonly string[];
  /** Throws a syntax error. Null where the script has nothing to weave. */
  readonly weaveEntry: (() => void) | null;
}

export async function planRun(request: LaunchRequest, folder: string): Promise<RunPlan> {
  const { entry, args, cwd } = request;
  const files = childFiles();
  const { weaveText } = files;
  const virtualEntry = await virtualEntryOf(entry, cwd);
  const config: SessionConfig = {
    parentPid: process.pid,
    command: [commandName(request), ...args],
    timing: request.timing,
    isEntryWoven: false,
    weaveVersion: files.weaveVersion(),
    cache: request.cache ? openCache() : null,
    targets: await lookUpTargets(request.targets, { cwd, virtualEntry, weaveText }),
    setup: request.setup === null ? null : findSetup(request.setup, cwd),
    virtualEntry,
  };
  const weaveEntry = entryWeaving(entry, config, { folder, cwd, weaveText });
  const script = entry.kind === 'script' ? entry.path : files.codeEntry;
  return {
    config: { ...config, isEntryWoven: weaveEntry !== null },
    weaveEntry,
    nodeArguments: [
      ...process.execArgv,
      ...stackRoom(process.execArgv),
      '--require',
      files.preload,
      '--import',
      files.loader,
      script,
      ...args,
    ],
  };
}

function commandName({ entry }: LaunchRequest): string {
  switch (entry.kind) {
    case 'script':
      return entry.path;
    case 'code':
      return '-c';
    case 'stdin':
      return '-';
  }
}
