/** Every command besides running a script, in the order of `--help`. */
import { exportUsage } from './export-usage.js';
import { viewUsage } from './view-usage.js';

export const subcommands = [viewUsage, exportUsage] as const;

export type SubcommandOptions = ReturnType<(typeof subcommands)[number]['options']>;
