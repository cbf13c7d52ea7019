/** The command that somebody meant who typed something alike, which was taken for the name of a script; by commander's measure. */
import { Command, CommanderError } from 'commander';
import { subcommands } from './subcommands.js';
import { suggestionIn } from './suggestion.js';

export function nearestSubcommand(typed: string): string | null {
  const strict = new Command('kernts').exitOverride().configureOutput({ writeErr: () => undefined });
  for (const { name } of subcommands) strict.command(name);
  try {
    strict.parse([typed], { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.code === 'commander.unknownCommand' ? suggestionIn(error) : null;
  }
}
