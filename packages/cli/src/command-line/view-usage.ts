import { KerntsError } from '../messages.js';
import type { DisplayOptions } from '../report/display.js';
import { type DisplayFlags, displayFlags, displayFrom } from './display-flags.js';
import { reportColumns } from './report-columns.js';
import type { Subcommand } from './subcommand.js';

export interface ViewOptions {
  readonly kind: 'view';
  readonly files: readonly [string, ...string[]];
  readonly display: DisplayOptions;
  readonly cwd: string;
}

export const viewUsage: Subcommand<'view', DisplayFlags, ViewOptions> = {
  name: 'view',
  usage: '[options] <file.lprof…>',
  summary: 'show saved profiles',
  description: `Shows profiles that kernts wrote. Several files are shown as one:
hits and times of the same line add up.`,
  flags: [displayFlags({ sort: '-t, --sort', summarize: '-m, --summarize' })],
  explanation: `${reportColumns}
Examples:
  kernts view script.ts.lprof
  kernts view --sort --summarize script.ts.lprof   the slowest function last, a summary below it
  kernts view -u auto monday.lprof tuesday.lprof   both together, in readable units`,
  options: (flags, [first, ...others], surroundings) => {
    if (first === undefined) throw new KerntsError({ kind: 'no-profile-file' });
    return {
      kind: 'view',
      files: [first, ...others],
      display: displayFrom(flags, surroundings),
      cwd: surroundings.cwd,
    };
  },
};
