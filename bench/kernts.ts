/** kernts as users have it: the command, the loader that it runs programs under, and the profile that it writes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Profile } from '../packages/runtime/src/index.js';

const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const command = pathOf('packages/cli/dist/bin.cjs');
/** For `--import`. */
export const tsx = pathToFileURL(createRequire(pathOf('packages/cli/package.json')).resolve('tsx')).href;

export const TIMINGS = ['off', 'auto', 'exact'] as const;
export type Timing = (typeof TIMINGS)[number];

export interface Profiled {
  readonly timing: Timing;
  /** The profile to write. */
  readonly outfile: string;
  /** Selectors. */
  readonly targets: readonly string[];
}

/** What Node is told in front of the script and its arguments. */
export function kerntsArgs({ timing, outfile, targets }: Profiled): string[] {
  return [command, '-q', '-l', '--timing', timing, '-o', outfile, ...targets.flatMap((target) => ['-p', target])];
}

export function readProfile(path: string): Profile {
  return JSON.parse(readFileSync(path, 'utf8')) as Profile;
}

export function hitsOf({ functions }: Profile): number {
  return functions.flatMap(({ lines }) => lines).reduce((sum, { hits }) => sum + hits, 0);
}
