/**
 * `kernts/babel`: plugins for a Babel configuration, such as Jest's.
 *
 * A list, empty where nothing is profiled: babel-jest and others keep what they compiled by the options that it was
 * compiled with, so what is woven must not have those of what is not, or is woven otherwise.
 */
import { loadWeave, type PluginOptions, profilingHere } from './profiling-here.js';

export type { PluginOptions } from './profiling-here.js';

/** An element of Babel's `plugins`. */
export type BabelPlugin = [plugin: (api: object) => object, options: object];

/** Weaves under `kernts`, with `KERNTS=1`, or when it is told to. */
export function kernts(options: PluginOptions = {}): BabelPlugin[] {
  const profiling = profilingHere(options);
  if (profiling === null) return [];
  const { timing, weaver, key } = profiling;
  return [[loadWeave().babelPlugin, { timing, selection: weaver.selection, key }]];
}
