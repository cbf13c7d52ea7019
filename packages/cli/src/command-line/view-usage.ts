import type { DisplayOptions } from '../report/display.js';
import { type DisplayFlags, displayFlags, displayFrom } from './display-flags.js';
import { functionFlags } from './function-flags.js';
import { type PagerFlag, pagerFlag } from './pager-flag.js';
import { reportColumns } from './report-columns.js';
import type { Subcommand } from './subcommand.js';

export interface ViewOptions {
  readonly kind: 'view';
  /** Paths and globs; none for the newest profile in `cwd`. */
  readonly files: readonly string[];
  readonly display: DisplayOptions;
  /** Whether a long report may go through a pager. */
  readonly pager: boolean;
  readonly cwd: string;
}

export interface ViewFlags extends DisplayFlags, PagerFlag {}

export const viewUsage: Subcommand<'view', ViewFlags, ViewOptions> = {
  name: 'view',
  usage: '[options] [file.lprof…]',
  summary: 'show saved profiles',
  description: `Shows profiles that kernts wrote. Several files are shown as one: hits and times
of the same line add up. A file may be a glob such as 'runs/**/*.lprof'; without
any, the newest profile of this directory is shown.`,
  flags: [functionFlags, displayFlags({ sort: '-t, --sort', summarize: '-m, --summarize' }), pagerFlag],
  explanation: `${reportColumns}
Examples:
  kernts view script.ts.lprof
  kernts view --sort --summarize script.ts.lprof   the slowest function last, a summary below it
  kernts view --lines 10 script.ts.lprof           the ten hottest lines
  kernts view -u auto monday.lprof tuesday.lprof   both together, in readable units`,
  options: (flags, files, surroundings) => ({
    kind: 'view',
    files,
    display: displayFrom(flags, surroundings),
    pager: flags.pager,
    cwd: surroundings.cwd,
  }),
};
