/**
 * V8 refuses code that was compiled under other flags, and with it all that Node brings compiled of its own modules:
 * 10 to 15 ms of a start. The stack keeps the size it began with when its flag goes back to what it is by default.
 * https://github.com/v8/v8/blob/12.4.254/src/flags/flags.cc (`ComputeFlagListHash`)
 */
import { DEFAULT_STACK_KB, stackSizeGiven } from '../stack-size.js';
import { nodeBinding } from './node-binding.js';

interface Flags {
  setFlagsFromString(flags: string): void;
}

/** Up to Node 22 without loading `node:v8`, which takes 6 ms before the flag is back. */
function flagsOfV8(): Flags {
  const binding = nodeBinding('v8') as Partial<Flags> | null;
  return typeof binding?.setFlagsFromString === 'function' ? (binding as Flags) : process.getBuiltinModule('node:v8');
}

// Other processes need not load what costs a millisecond.
if (stackSizeGiven(process.execArgv) !== undefined) flagsOfV8().setFlagsFromString(`--stack-size=${DEFAULT_STACK_KB}`);
