/**
 * `KERNTS=1 node --import kernts/register app.js`: the program profiles itself. Without the variable nothing is loaded
 * but this file, at each start of the program.
 */

/** As line_profiler reads `LINE_PROFILE`. */
const OFF = /^(|0|off|false|f|no|n)$/i;

if (!OFF.test(process.env['KERNTS'] ?? '')) start();

function start(): void {
  const load = process.getBuiltinModule('node:module').createRequire(__filename);
  const { isMainThread } = process.getBuiltinModule('node:worker_threads');
  const preload = load.resolve('./preload.cjs');
  // Under kernts, and in processes that a profiled one has started, that has been loaded already.
  if (isMainThread && !(preload in load.cache)) load('./begin.cjs').beginSession();
  load(preload);
}
