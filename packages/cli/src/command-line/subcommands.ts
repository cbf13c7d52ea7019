/** Every command besides running a script, in the order of `--help`. */
import { viewUsage } from './view-usage.js';

export const subcommands = [viewUsage] as const;

export type SubcommandOptions = ReturnType<(typeof subcommands)[number]['options']>;
