/** Arguments: `plain` or the timing, and a module made with a stopwatch. Answers how long its statements took. */
import { installRuntime } from '../../packages/runtime/src/index.js';
import { STOPWATCH } from '../stopwatch.js';

const [mode, module = ''] = process.argv.slice(2);
if (mode === 'exact' || mode === 'off') installRuntime({ timing: mode });
// The first output of a process sets up its stream, which takes longer than some of the programs.
console.log('ready');
await import(module);
console.log(JSON.stringify((globalThis as Record<string, unknown>)[STOPWATCH]));
