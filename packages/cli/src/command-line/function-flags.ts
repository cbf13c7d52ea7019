/** Which functions of saved profiles a command is about. */
import type { Selection } from '../profile/selection.js';
import type { FlagGroup } from './flag.js';
import { listFrom } from './flag-values.js';

export interface FunctionFlags {
  readonly function?: readonly string[];
  readonly file?: readonly string[];
}

export const functionFlags: FlagGroup = {
  heading: 'Which functions:',
  flags: [
    {
      names: '--function <glob>',
      text: "only those of this name, such as 'Grid.*'; repeat it or separate by commas for several",
      repeats: true,
    },
    {
      names: '--file <glob>',
      text: "only those of this file, such as grid.ts or 'src/**'; repeat it or separate by commas for several",
      repeats: true,
    },
  ],
};

export function functionsFrom(flags: FunctionFlags): Pick<Selection, 'functions' | 'files'> {
  return { functions: listFrom(flags.function ?? []), files: listFrom(flags.file ?? []) };
}
