import { KerntsError } from '../messages.js';
import type { Selection } from '../profile/selection.js';
import { exportFormats, type FormatName, formatByFileName, formatNames } from '../report/export/formats.js';
import { choiceFrom, fileNameFrom } from './flag-values.js';
import { type FunctionFlags, functionFlags, functionsFrom } from './function-flags.js';
import type { Subcommand, Surroundings } from './subcommand.js';

export interface ExportOptions {
  readonly kind: 'export';
  /** Paths and globs; none for the newest profile in `cwd`. */
  readonly files: readonly string[];
  readonly functions: Pick<Selection, 'functions' | 'files'>;
  readonly format: FormatName;
  /** Null for stdout. */
  readonly outfile: string | null;
  readonly cwd: string;
}

export interface ExportFlags extends FunctionFlags {
  readonly format?: string;
  readonly outfile?: string;
}

const formatList = formatNames.map((name) => `  ${name.padEnd(11)} ${exportFormats[name].summary}`).join('\n');

export const exportUsage: Subcommand<'export', ExportFlags, ExportOptions> = {
  name: 'export',
  usage: '[options] [file.lprof…]',
  summary: 'turn saved profiles into the formats of other programs',
  description: `Turns profiles that kernts wrote into a format that other programs open.
Several files become one: hits and times of the same line add up. A file may be
a glob such as 'runs/**/*.lprof'; without any, it is the newest profile of this
directory.`,
  flags: [
    functionFlags,
    {
      heading: 'Result:',
      flags: [
        { names: '-f, --format <format>', text: 'see below (default: what the ending of the file to write says)' },
        { names: '-o, --outfile <file>', text: 'the file to write; - for stdout (default: -)' },
      ],
    },
  ],
  explanation: `
Formats:
${formatList}

Examples:
  kernts export -o profile.speedscope.json script.ts.lprof
  kernts export --format callgrind -o callgrind.out script.ts.lprof   then: callgrind_annotate callgrind.out
  kernts export --format markdown monday.lprof tuesday.lprof          both together, on stdout`,
  options: (flags, files, surroundings) => {
    const named = fileNameFrom('-o', flags.outfile);
    const outfile = named === '-' ? null : named;
    return {
      kind: 'export',
      files,
      functions: functionsFrom(flags),
      format: formatFrom(flags.format, outfile, surroundings),
      outfile,
      cwd: surroundings.cwd,
    };
  },
};

function formatFrom(value: string | undefined, outfile: string | null, surroundings: Surroundings): FormatName {
  const format =
    value !== undefined
      ? choiceFrom('--format', value, formatNames)
      : outfile === null
        ? null
        : formatByFileName(outfile);
  if (format === null) throw new KerntsError({ kind: 'format-not-said', outfile, formats: formatNames });
  if (outfile === null && exportFormats[format].isBinary && surroundings.stdoutIsTerminal)
    throw new KerntsError({ kind: 'binary-for-terminal', format });
  return format;
}
