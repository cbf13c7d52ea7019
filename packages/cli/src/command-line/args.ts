/** Reads argv by the flags that are declared; what they mean is for who declared them. */
import { Command, CommanderError, Option } from 'commander';
import type { CommandName } from '../messages/command-line.js';
import { KerntsError, type Problem } from '../messages.js';
import { ownVersion } from '../version.js';
import type { FlagGroup } from './flag.js';
import { firstOperand, withOptionalValues } from './optional-values.js';
import { type RunFlags, runUsage, type TypedRun } from './run-usage.js';
import type { Surroundings } from './subcommand.js';
import { type SubcommandOptions, subcommands } from './subcommands.js';
import { suggestionIn } from './suggestion.js';

export type ParsedArgs =
  | { readonly kind: 'print'; readonly text: string }
  | ({ readonly kind: 'run' } & TypedRun)
  | { readonly kind: 'subcommand'; readonly options: (surroundings: Surroundings) => SubcommandOptions };

export function parseArgs(argv: readonly string[]): ParsedArgs {
  // Commander would take a command's name behind `--` for one of kernts' own.
  const { options, command } = splitAtCommand(withBareFlagsWritten(argv));
  let parsed: ParsedArgs | undefined;
  const printed: string[] = [];

  const kernts = new Command('kernts')
    .exitOverride()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .usage(runUsage.usage)
    .description(runUsage.description)
    .addHelpText('after', runUsage.explanation)
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    // Options end at the first operand: what follows the script is the script's.
    .enablePositionalOptions()
    .passThroughOptions()
    .argument('[script]')
    .argument('[args...]')
    .action((_script: unknown, _args: unknown, flags: RunFlags) => {
      const operands = command ?? kernts.args;
      parsed = { kind: 'run', flags, operands, isCommand: command !== null };
    });
  declare(kernts, runUsage.flags).version(ownVersion(), '-V, --version', 'print the version');

  for (const { name, usage, summary, description, explanation, flags: groups, options } of subcommands) {
    const command = kernts
      .command(name)
      .usage(usage)
      .summary(summary)
      .description(description)
      .addHelpText('after', explanation)
      .argument('[files...]')
      .action((operands: readonly string[], flags: unknown) => {
        refuseOptionsBefore(kernts, name, usage);
        parsed = { kind: 'subcommand', options: (surroundings) => options(asDeclared(flags), operands, surroundings) };
      });
    declare(command, groups);
  }

  try {
    kernts.parse(options, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed.join('') };
    const named = subcommands.find(({ name }) => name === kernts.args[0]);
    throw new KerntsError(problemFrom(error, named === undefined ? 'kernts' : `kernts ${named.name}`));
  }
  if (parsed === undefined) throw new Error('commander neither ran an action nor threw');
  return parsed;
}

interface Split {
  readonly options: readonly string[];
  /** What follows the `--` that ends the options of a run; null without one. */
  readonly command: readonly string[] | null;
}

function splitAtCommand(argv: readonly string[]): Split {
  const at = firstOperand(argv, runUsage.flags);
  return argv[at] === '--'
    ? { options: argv.slice(0, at), command: argv.slice(at + 1) }
    : { options: argv, command: null };
}

/** Commander fills the properties that a command's table of flags declares; the command's own type names them. */
function asDeclared(flags: unknown): never {
  return flags as never;
}

function withBareFlagsWritten(argv: readonly string[]): readonly string[] {
  const [name, ...rest] = argv;
  const subcommand = subcommands.find((one) => one.name === name);
  if (name === undefined || subcommand === undefined) return withOptionalValues(argv, runUsage.flags, true);
  return [name, ...withOptionalValues(rest, subcommand.flags, false)];
}

function declare(command: Command, groups: readonly FlagGroup[]): Command {
  for (const { heading, flags } of groups) {
    command.optionsGroup(heading);
    for (const { names, text, byDefault, repeats } of flags) {
      const option = new Option(names, text);
      if (byDefault !== undefined) option.default(byDefault, byDefault);
      if (repeats) option.argParser((value, before: readonly string[] = []) => [...before, value]);
      command.addOption(option);
    }
  }
  return command.optionsGroup('Other:').helpOption('-h, --help', 'print this help');
}

/** `kernts -o x view …` would drop `-o x` in silence. */
function refuseOptionsBefore(kernts: Command, name: string, usage: string): void {
  const given = kernts.options.find((option) => kernts.getOptionValueSource(option.attributeName()) === 'cli');
  if (given === undefined) return;
  throw new KerntsError({ kind: 'option-before-command', option: given.long ?? given.flags, name, usage });
}

/** Commander tells the option's name only inside its text. */
function problemFrom(error: CommanderError, command: CommandName): Problem {
  const option = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.optionMissingArgument') {
    return { kind: 'option-needs-value', option: option.replace(/ <.*$/, ''), command };
  }
  return { kind: 'unknown-option', option, nearest: suggestionIn(error), command };
}
