import { KerntsError } from '../messages.js';
import { fileNameFrom } from './flag-values.js';
import type { Subcommand } from './subcommand.js';

export interface MergeFlags {
  readonly outfile?: string;
  readonly mean?: boolean;
  readonly quiet?: boolean;
}

export interface MergeOptions {
  readonly kind: 'merge';
  readonly outfile: string;
  /** Paths and globs. */
  readonly files: readonly string[];
  readonly mean: boolean;
  readonly quiet: boolean;
  readonly cwd: string;
}

export const mergeUsage: Subcommand<'merge', MergeFlags, MergeOptions> = {
  name: 'merge',
  usage: '[options] -o <all.lprof> <file.lprof…>',
  summary: 'add profiles up into one file',
  description: `Adds profiles up: hits and times of the same line of the same source. Thousands
of files find room, for one is read at a time. Files may be globs in quotes.`,
  flags: [
    {
      heading: 'Result:',
      flags: [
        { names: '-o, --outfile <file>', text: 'the profile to write; may be one of those that are read' },
        {
          names: '--mean',
          text: 'what one run had on average; hits stay whole: rounded, and 1 at least where there was any',
        },
        { names: '-q, --quiet', text: 'no messages on stderr but errors' },
      ],
    },
  ],
  explanation: `
The file is written whole or not at all: when one profile cannot be read, nothing
is written. Which process or thread had what is not kept; \`kernts view\` of the
profiles themselves shows it.

Examples:
  kernts merge -o all.lprof 'runs/**/*.lprof'
  kernts merge --mean -o usual.lprof monday.lprof tuesday.lprof`,
  options: (flags, files, { cwd }) => {
    const outfile = fileNameFrom('-o', flags.outfile);
    if (outfile === null) throw new KerntsError({ kind: 'no-outfile' });
    if (files.length === 0) throw new KerntsError({ kind: 'nothing-to-merge' });
    return { kind: 'merge', outfile, files, mean: flags.mean === true, quiet: flags.quiet === true, cwd };
  },
};
