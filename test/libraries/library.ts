/** A library that is profiled as a whole by the program of its name in `programs`. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Library {
  readonly name: string;
  /** What `-p` is told. */
  readonly packages: readonly string[];
  /** At least so many functions of them have to be hit: fewer means that a part was not woven. */
  readonly functions: number;
  /** Timers or the time of day decide how often a line runs: two runs need not agree. */
  readonly goesByTheClock?: true;
}

export const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export function programOf({ name }: Library): string {
  const typeScript = join('programs', `${name}.ts`);
  return existsSync(join(FOLDER, typeScript)) ? typeScript : join('programs', `${name}.mjs`);
}

export function folderOf(packageName: string): string {
  return realpathSync(join(FOLDER, 'node_modules', packageName));
}

export function versionOf(packageName: string): string {
  const { version } = JSON.parse(readFileSync(join(folderOf(packageName), 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
