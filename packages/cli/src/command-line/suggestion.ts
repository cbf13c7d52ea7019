import type { CommanderError } from 'commander';

/** Commander tells what may have been meant only inside its text. */
export function suggestionIn(error: CommanderError): string | null {
  return /Did you mean (?:one of )?([^\s,?)]+)/.exec(error.message)?.[1] ?? null;
}
