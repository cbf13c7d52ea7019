import type { Selection } from '../profile/selection.js';
import { fileNameFrom } from './flag-values.js';
import { type FunctionFlags, functionFlags, functionsFrom } from './function-flags.js';
import type { Subcommand } from './subcommand.js';

export interface HtmlOptions {
  readonly kind: 'html';
  /** Paths and globs; none for the newest profile in `cwd`. */
  readonly files: readonly string[];
  readonly functions: Pick<Selection, 'functions' | 'files'>;
  /** As typed; null for the default, which depends on the profile. */
  readonly outfile: string | null;
  readonly open: boolean;
  readonly cwd: string;
}

export interface HtmlFlags extends FunctionFlags {
  readonly outfile?: string;
  readonly open?: boolean;
}

export const htmlUsage: Subcommand<'html', HtmlFlags, HtmlOptions> = {
  name: 'html',
  usage: '[options] [file.lprof…]',
  summary: 'write a page for the browser: functions, source with heat, keys',
  description: `Writes one HTML file that needs nothing else: it opens without a network, and
nothing that a profile says can run in it. Of one file it shows where the time
went, of two what changed from the first to the second; more are shown as one. A
file may be a glob in quotes such as 'runs/**/*.lprof'; without any, the newest
profile of this directory is shown.`,
  flags: [
    functionFlags,
    {
      heading: 'Result:',
      flags: [
        {
          names: '-o, --outfile <file>',
          text: 'the file to write; - for stdout (default: <script>.html beside the profile, of two <script>.diff.html beside the second)',
        },
        { names: '--open', text: 'open it in the browser' },
      ],
    },
  ],
  explanation: `
Press ? in the page for its keys and signs.

Examples:
  kernts html --open script.ts.lprof
  kernts html -o gain.html before.lprof after.lprof   what got faster and slower
  kernts html -o all.html 'runs/*.lprof'              all together
  kernts -l --html script.ts                          run, then write script.ts.html`,
  options: (flags, files, { cwd }) => ({
    kind: 'html',
    files,
    functions: functionsFrom(flags),
    outfile: fileNameFrom('-o', flags.outfile),
    open: flags.open === true,
    cwd,
  }),
};
