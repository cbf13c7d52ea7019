import { constants } from 'node:os';
import { badValue } from './flag-values.js';

/** They end the program, or cannot be listened to. */
const TAKEN: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGKILL', 'SIGSTOP', 'SIGCHLD']);
/** What the processor sends for a fault: Node must not be kept from ending by it. */
const FAULTS: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGABRT', 'SIGTRAP', 'SIGPROF']);

/** Null for `none`. Windows has no such signals, so the default names one that never comes there. */
export function dumpSignalFrom(value: string): NodeJS.Signals | null {
  if (value === 'none') return null;
  const isKnown = Object.hasOwn(constants.signals, value);
  if (value === 'SIGUSR2' && !isKnown) return null;
  if (!isKnown || TAKEN.has(value) || FAULTS.has(value))
    throw badValue('--dump-signal', value, 'a signal such as SIGUSR2 that ends nothing, or none');
  return value as NodeJS.Signals;
}
