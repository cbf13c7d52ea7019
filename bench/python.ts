/** Python's line_profiler as Debian packages it: `kernprof` beside the system's own Python. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGE = 'python3-line-profiler';
const PYTHON = '/usr/bin/python3';
const KERNPROF = '/usr/bin/kernprof';

export type Python =
  | { readonly found: true; readonly python: string; readonly kernprof: string; readonly versions: string }
  | { readonly found: false; readonly reason: string };

function output(command: string, ...args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Installs it where that needs nobody's consent: as root on Debian. */
export function findPython(): Python {
  if (!existsSync(KERNPROF)) {
    if (!existsSync('/usr/bin/apt-get'))
      return { found: false, reason: `there is no apt-get to install ${PACKAGE} with` };
    if (process.getuid?.() !== 0) return { found: false, reason: `run \`sudo apt-get install ${PACKAGE}\` first` };
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', PACKAGE], { stdio: 'ignore' });
    if (!existsSync(KERNPROF)) return { found: false, reason: `\`apt-get install ${PACKAGE}\` failed; try it by hand` };
  }
  const version = /Version: (\S+)/.exec(output('dpkg-query', '-s', PACKAGE))?.[1];
  const versions = `${output(PYTHON, '--version')}, line_profiler ${version ?? 'of unknown version'}`;
  return { found: true, python: PYTHON, kernprof: KERNPROF, versions };
}
