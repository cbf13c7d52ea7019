/** Opens a session for a program that has no kernts around it. What kernts reads from its flags comes from the environment. */
import { realpathSync } from 'node:fs';
import Module from 'node:module';
import { basename, resolve } from 'node:path';
import type { TimingMode } from '@kernts/runtime';
import { openCache } from '../launch/parent/cache.js';
import { childFiles } from '../launch/parent/child-files.js';
import { inTemporaryFolder, makeTemporaryFolder } from '../launch/parent/temporary-folder.js';
import { createFolders, type SessionConfig, writeConfig } from '../launch/session.js';
import { SESSION_VARIABLE } from '../launch/session-variables.js';
import { KerntsError } from '../messages.js';
import { checkWritable, type Outfile } from '../profile/write.js';
import { saySync } from './say-sync.js';

/** The process then finds itself in the session. Ends it with status 2 where the environment asks for what cannot be. */
export function beginSession(): void {
  try {
    process.env[SESSION_VARIABLE] = openedFolder(process.env);
    if (isLoaderAhead() && !process.env['KERNTS_QUIET']) saySync({ kind: 'loader-ahead' });
  } catch (error) {
    if (!(error instanceof KerntsError)) throw error;
    saySync(error.problem);
    process.exit(2);
  }
}

/** Node's own way to run TypeScript is no loader: it comes after all. */
function isLoaderAhead(): boolean {
  const { _extensions } = Module as unknown as { readonly _extensions: Readonly<Record<string, { name: string }>> };
  const handler = _extensions['.ts'];
  return handler !== undefined && handler.name !== 'loadTS';
}

function openedFolder(env: NodeJS.ProcessEnv): string {
  const timing = timingFrom(env['KERNTS_TIMING'] || 'auto');
  const outfile = outfileFrom(env['KERNTS_OUTFILE']);
  checkWritable(outfile);
  const files = childFiles();
  const config: SessionConfig = {
    dist: files.dist,
    parentPid: process.pid,
    isOwn: true,
    outfile,
    quiet: Boolean(env['KERNTS_QUIET']),
    startedAt: new Date().toISOString(),
    base: realpathSync(process.cwd()),
    command: process.argv.slice(1).map((word, at) => (at === 0 ? basename(word) : word)),
    children: true,
    timing,
    isEntryWoven: false,
    intervalMs: null,
    dumpSignal: null,
    weaveVersion: files.weaveVersion(),
    cache: openCache(),
    targets: [],
    setup: null,
    virtualEntry: null,
  };
  const folder = makeTemporaryFolder();
  inTemporaryFolder(() => {
    createFolders(folder);
    writeConfig(folder, config);
  });
  return folder;
}

function timingFrom(value: string): TimingMode {
  if (value === 'auto' || value === 'exact' || value === 'off') return value;
  throw new KerntsError({ kind: 'bad-option-value', option: 'KERNTS_TIMING', value, expected: 'auto, exact or off' });
}

function outfileFrom(given: string | undefined): Outfile {
  const script = process.argv[1];
  const shown = given || (script === undefined ? 'kernts-command.lprof' : `${basename(script)}.lprof`);
  return { path: resolve(shown), shown };
}
