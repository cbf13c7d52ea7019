/** Reads argv by the flags that are declared; what they mean is for `options.ts`. */
import { Command, CommanderError, Option } from 'commander';
import { type FlagGroup, runFlags, viewFlags } from './flags.js';
import * as help from './help-text.js';
import { type CommandName, KerntsError, type Problem } from './messages.js';
import { ownVersion } from './version.js';

export interface DisplayFlags {
  readonly unit: string;
  readonly skipZero?: boolean;
  readonly sort?: boolean;
  readonly summarize?: boolean;
  readonly rich?: boolean;
}

export interface RunFlags extends DisplayFlags {
  readonly profMod?: readonly string[];
  readonly setup?: string;
  readonly timing: string;
  readonly c?: boolean;
  readonly outfile?: string;
  readonly view?: boolean;
  readonly quiet?: boolean;
  readonly cache: boolean;
}

export type ParsedArgs =
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'view'; readonly flags: DisplayFlags; readonly files: readonly string[] }
  | { readonly kind: 'run'; readonly flags: RunFlags; readonly operands: readonly string[] };

export function parseArgs(argv: readonly string[]): ParsedArgs {
  let parsed: ParsedArgs | undefined;
  const printed: string[] = [];

  const kernts = new Command('kernts')
    .exitOverride()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined })
    .usage(help.runUsage)
    .description(help.runDescription)
    .addHelpText('after', help.runExamples)
    .helpCommand(false)
    // Options end at the first operand: what follows the script is the script's.
    .enablePositionalOptions()
    .passThroughOptions()
    .argument('[script]')
    .argument('[args...]')
    .action((_script: unknown, _args: unknown, flags: RunFlags) => {
      parsed = { kind: 'run', flags, operands: kernts.args };
    });
  declare(kernts, runFlags).version(ownVersion(), '-V, --version', 'print the version');

  const view = kernts
    .command('view', { hidden: true })
    .usage(help.viewUsage)
    .description(help.viewDescription)
    .addHelpText('after', help.viewExplanation)
    .argument('[files...]')
    .action((files: readonly string[], flags: DisplayFlags) => {
      refuseOptionsBefore(kernts);
      parsed = { kind: 'view', flags, files };
    });
  declare(view, viewFlags);

  try {
    kernts.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed.join('') };
    throw new KerntsError(problemFrom(error, kernts.args[0] === 'view' ? 'kernts view' : 'kernts'));
  }
  if (parsed === undefined) throw new Error('commander neither ran an action nor threw');
  return parsed;
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
function refuseOptionsBefore(kernts: Command): void {
  const given = kernts.options.find((option) => kernts.getOptionValueSource(option.attributeName()) === 'cli');
  if (given !== undefined) throw new KerntsError({ kind: 'option-before-view', option: given.long ?? given.flags });
}

/** Commander tells the option's name only inside its text. */
function problemFrom(error: CommanderError, command: CommandName): Problem {
  const option = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.optionMissingArgument') {
    return { kind: 'option-needs-value', option: option.replace(/ <.*$/, ''), command };
  }
  const nearest = /Did you mean (?:one of )?([^\s,?)]+)/.exec(error.message)?.[1] ?? null;
  return { kind: 'unknown-option', option, nearest, command };
}
