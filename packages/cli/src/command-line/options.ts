/** argv as one valid value; nobody behind this file sees argv. */
import { parseArgs } from './args.js';
import { type RunOptions, runUsage } from './run-usage.js';
import type { Surroundings } from './subcommand.js';
import type { SubcommandOptions } from './subcommands.js';

export type Options = RunOptions | SubcommandOptions | { readonly kind: 'print'; readonly text: string };

export function optionsFrom(argv: readonly string[], surroundings: Surroundings): Options {
  const parsed = parseArgs(argv);
  switch (parsed.kind) {
    case 'print':
      return parsed;
    case 'subcommand':
      return parsed.options(surroundings);
    case 'run':
      return runUsage.options(parsed, surroundings);
  }
}
