/** A command such as `kernts view`: all that `--help` says of it, and what its flags mean. `view-usage.ts` is the model. */
import type { FlagGroup } from './flag.js';

/** What options depend on besides argv. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly cwd: string;
}

/** `Flags` is what commander makes of `flags`: a property for each, in camel case. */
export interface Subcommand<Name extends string, Flags, Options extends { readonly kind: Name }> {
  readonly name: Name;
  /** What follows the name in the first line of the help. */
  readonly usage: string;
  /** In the list of commands of `kernts --help`. */
  readonly summary: string;
  readonly description: string;
  readonly flags: readonly FlagGroup[];
  /** Below the flags. */
  readonly explanation: string;
  /** Throws a `KerntsError` for what cannot be meant. */
  readonly options: (flags: Flags, operands: readonly string[], surroundings: Surroundings) => Options;
}
