/** Every command besides running a script, in the order of `--help`. */
import { diffUsage } from './diff-usage.js';
import { exportUsage } from './export-usage.js';
import { htmlUsage } from './html-usage.js';
import { mergeUsage } from './merge-usage.js';
import { viewUsage } from './view-usage.js';

export const subcommands = [viewUsage, htmlUsage, diffUsage, mergeUsage, exportUsage] as const;

export type SubcommandOptions = ReturnType<(typeof subcommands)[number]['options']>;
