import { wantsColour } from '../colour.js';
import { KerntsError } from '../messages.js';
import type { Selection } from '../profile/selection.js';
import type { Unit } from '../report/display.js';
import { unitFrom } from './display-flags.js';
import { percentFrom } from './flag-values.js';
import { type FunctionFlags, functionFlags, functionsFrom } from './function-flags.js';
import { type PagerFlag, pagerFlag } from './pager-flag.js';
import type { Subcommand } from './subcommand.js';

export interface DiffFlags extends FunctionFlags, PagerFlag {
  readonly unit: string;
  readonly failAbove?: string;
  readonly rich?: boolean;
}

export interface DiffOptions extends Pick<Selection, 'functions' | 'files'> {
  readonly kind: 'diff';
  /** As typed: a path, or a glob for several runs. */
  readonly before: string;
  readonly after: string;
  readonly unit: Unit;
  readonly colour: boolean;
  /** Whether a long report may go through a pager. */
  readonly pager: boolean;
  /** Part of the time before, from which on a slowdown is a failure; null for none. */
  readonly failAbove: number | null;
  readonly cwd: string;
}

export const diffUsage: Subcommand<'diff', DiffFlags, DiffOptions> = {
  name: 'diff',
  usage: '[options] <before.lprof> <after.lprof>',
  summary: 'show what got faster and slower',
  description: `Compares two profiles: the time of each function and line before and after.
Functions are found again by file and name, else by their text; lines by their
text. Each side may be a glob in quotes, for the mean of several runs.`,
  flags: [
    functionFlags,
    {
      heading: 'Report:',
      flags: [
        {
          names: '-u, --unit <seconds>',
          text: 'unit of the times, such as 1e-3; auto: a readable unit in each cell, such as 34.5 ms',
          byDefault: 'auto',
        },
        { names: '-r, --rich', text: 'colour (default: on a terminal; NO_COLOR, FORCE_COLOR count)' },
        { names: '--no-rich', text: 'no colour' },
      ],
    },
    {
      heading: 'Result:',
      flags: [
        {
          names: '--fail-above <percent>',
          text: 'exit with 1 when the total or a function got slower by more than that, such as 10%',
        },
      ],
    },
    pagerFlag,
  ],
  explanation: `
Columns:
  Hits      how often the line began, before and after
  Time      as \`kernts view\` shows it, before and after
  Change    time after - time before, and as a percentage of the time before;
            with a ≈ behind it, no larger than what the profiles know of their
            own error: two standard errors of what was sampled, what exceptions
            hid, and the probes of sampled hits that came or went. How much two
            runs of the same program differ is not known from one run of each.

Lines: - was removed, + is new, > was moved, ~ was edited (its text before stands
above it).

Total adds up the own times of all functions of each profile, without what they
call of one another: a call counts once, and a function that was split or joined
changes nothing. Where a profile lacks own times, as older ones do, it adds up
the functions that both have, what they call of one another twice.

--fail-above compares the Total, and each function that both profiles have, with
what it calls. A slowdown counts without what may be error, and only if it is
more than 1 % of the Total before.

Exit status: 0; 1 with --fail-above when something got slower; 2 for a profile
that cannot be read, or when the two have no function in common.

Examples:
  kernts diff before.lprof after.lprof
  kernts diff --fail-above 10% main.lprof branch.lprof
  kernts diff 'before/*.lprof' 'after/*.lprof'`,
  options: (flags, operands, { env, stdoutIsTerminal, cwd }) => {
    const [before, after, ...others] = operands;
    if (before === undefined || after === undefined || others.length > 0)
      throw new KerntsError({ kind: 'diff-takes-two', given: operands.length });
    return {
      kind: 'diff',
      before,
      after,
      ...functionsFrom(flags),
      unit: unitFrom(flags.unit),
      colour: wantsColour({ flag: flags.rich, env, stdoutIsTerminal }),
      pager: flags.pager,
      failAbove: flags.failAbove === undefined ? null : percentFrom('--fail-above', flags.failAbove, 1e6),
      cwd,
    };
  },
};
