/** Before the start: look everything up, refuse what cannot work, and write down how to run the program. */
import { realpathSync } from 'node:fs';
import type { LaunchRequest } from '../request.js';
import type { SessionConfig } from '../session.js';
import { openCache } from './cache.js';
import { childFiles } from './child-files.js';
import { findSetup } from './find-setup.js';
import { lookUpTargets } from './look-up-targets.js';
import { type Program, programOf } from './program-of.js';
import { virtualEntryOf } from './virtual-entry.js';
import { entryWeaving } from './weave-entry.js';

export interface RunPlan {
  readonly config: SessionConfig;
  readonly program: Program;
  /** Throws a syntax error. Null where the script has nothing to weave. */
  readonly weaveEntry: (() => void) | null;
}

export async function planRun(request: LaunchRequest, folder: string): Promise<RunPlan> {
  const { entry, args, cwd } = request;
  const files = childFiles();
  const { weaveText } = files;
  const virtualEntry = await virtualEntryOf(entry, cwd);
  const config: SessionConfig = {
    dist: files.dist,
    parentPid: process.pid,
    isOwn: false,
    outfile: request.outfile,
    quiet: request.quiet,
    startedAt: new Date().toISOString(),
    // The program may remove the directory that it started in.
    base: realpathSync(cwd),
    children: request.children,
    command: [...namesOf(request), ...args],
    timing: request.timing,
    isEntryWoven: false,
    intervalMs: request.intervalMs,
    dumpSignal: request.dumpSignal,
    weaveVersion: files.weaveVersion(),
    cache: request.cache ? openCache() : null,
    targets: await lookUpTargets(request.targets, { cwd, virtualEntry, weaveText }),
    setup: request.setup === null ? null : findSetup(request.setup, cwd),
    virtualEntry,
  };
  const weaveEntry = entryWeaving(entry, config, { folder, cwd, weaveText });
  return {
    config: { ...config, isEntryWoven: weaveEntry !== null },
    weaveEntry,
    program: programOf(request, files, folder),
  };
}

/** What stands for the program in the command that the user typed. */
function namesOf({ entry }: LaunchRequest): readonly string[] {
  switch (entry.kind) {
    case 'script':
      return [entry.path];
    case 'command':
      return [entry.name];
    case 'package':
      return ['-m', entry.name];
    case 'code':
      return ['-c'];
    case 'stdin':
      return ['-'];
  }
}
