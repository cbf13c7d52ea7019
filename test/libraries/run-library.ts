/** Runs a library's program alone and with every function of the library profiled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import type { Profile } from '@kernts/runtime';
import { type Ended, type RunOptions, runKernts, runNode, runTsx } from '../support/run-kernts.js';
import { FOLDER, folderOf, type Library, programOf } from './library.js';

export type Timing = 'auto' | 'exact' | 'off';

export const TIMEOUT_MS = 240_000;
const options: RunOptions = { cwd: FOLDER, hungMs: TIMEOUT_MS - 10_000 };

export interface Run {
  /** What a user sees. */
  readonly ended: Ended;
  readonly ms: number;
}

export interface ProfiledRun extends Run {
  readonly counts: Counts;
}

/** Of the library's own files. */
export interface Counts {
  readonly files: number;
  /** With at least one line hit. */
  readonly functions: number;
  readonly lines: number;
  readonly hits: number;
}

/** TypeScript needs tsx, JavaScript runs on Node alone. */
export async function runAlone(library: Library): Promise<Run> {
  const program = programOf(library);
  const start = performance.now();
  const ended = await (program.endsWith('.ts') ? runTsx : runNode)([program], options);
  return { ended, ms: performance.now() - start };
}

export async function runProfiled(library: Library, timing: Timing): Promise<ProfiledRun> {
  const folder = mkdtempSync(join(tmpdir(), 'kernts-library-'));
  const targets = library.packages.flatMap((name) => ['-p', name]);
  try {
    const start = performance.now();
    const { profile, ...ended } = await runKernts(['-q', '-l', ...targets, '--timing', timing, programOf(library)], {
      ...options,
      outfile: join(folder, 'library.lprof'),
    });
    return { ended, ms: performance.now() - start, counts: countsOf(library, profile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsOf({ packages }: Library, profile: Profile | null): Counts {
  const folders = packages.map((name) => join(folderOf(name), sep));
  const isOwn = (path: string) => folders.some((folder) => resolve(FOLDER, path).startsWith(folder));
  const own = (profile?.functions ?? []).filter(({ file }) => isOwn(profile?.files[file]?.path ?? ''));
  const lines = own.map((fn) => fn.lines.filter(({ hits }) => hits > 0));
  const hit = own.filter((_, index) => (lines[index] as readonly unknown[]).length > 0);
  return {
    files: new Set(hit.map(({ file }) => file)).size,
    functions: hit.length,
    lines: lines.flat().length,
    hits: lines.flat().reduce((sum, { hits }) => sum + hits, 0),
  };
}
