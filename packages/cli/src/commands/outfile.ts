import { basename, resolve } from 'node:path';
import type { RunOptions } from '../command-line/run-usage.js';
import type { Entry } from '../launch/index.js';
import type { Outfile } from '../profile/write.js';

/** Fixed before the program starts, so that its `chdir` does not move the profile. */
export function outfileFor({
  outfile,
  entry,
  args,
  cwd,
}: Pick<RunOptions, 'outfile' | 'entry' | 'args' | 'cwd'>): Outfile {
  const shown = outfile ?? defaultName(entry, args);
  return { path: resolve(cwd, shown), shown };
}

function defaultName(entry: Entry, args: readonly string[]): string {
  switch (entry.kind) {
    case 'script':
      return `${basename(entry.path)}.lprof`;
    case 'package':
      return `${basename(entry.name)}.lprof`;
    case 'command':
      return `${basename(throughNpx(entry.name, args))}.lprof`;
    case 'code':
      return 'kernts-command.lprof';
    case 'stdin':
      return 'kernts-stdin.lprof';
  }
}

/** `npx` is only how a command is found. A version may stand behind the command's name. */
function throughNpx(name: string, args: readonly string[]): string {
  if (basename(name) !== 'npx') return name;
  const [, command] = /^(.+?)(@[^/]*)?$/.exec(args.find((arg) => !arg.startsWith('-')) ?? '') ?? [];
  return command ?? name;
}
