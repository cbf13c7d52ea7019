/**
 * Signals for a thread that is not the main one. Node listens to them in the main thread alone, where nothing hears them
 * while the program computes; libuv tells every loop that asks. What asks it is within Node, and open to threads that
 * were started with the option for Node's own tests, on Node 20 to 26.
 * https://github.com/nodejs/node/blob/v24.21.0/src/signal_wrap.cc
 */
import { createRequire } from 'node:module';
import { constants } from 'node:os';

export const SIGNAL_OPTIONS = ['--expose-internals'];

interface SignalHandle {
  onsignal: () => void;
  start(number: number): number;
  /** If nobody else listens to the signal, it ends the process from now on. */
  stop(): void;
  unref(): void;
}

type InternalBinding = (name: 'signal_wrap') => { readonly Signal: new () => SignalHandle };

/** `receive` is to end the process by calling `kill`. False where it cannot be done; nothing is taken then. */
export function takeSignals(
  signals: readonly NodeJS.Signals[],
  receive: (signal: NodeJS.Signals, kill: () => void) => void,
): boolean {
  const handles: SignalHandle[] = [];
  try {
    // Node warns whoever uses this that it is for tests.
    process.removeAllListeners('warning');
    const { internalBinding } = createRequire(process.execPath)('internal/test/binding') as {
      readonly internalBinding: InternalBinding;
    };
    const { Signal } = internalBinding('signal_wrap');
    for (const signal of signals) {
      const handle = new Signal();
      handle.onsignal = () =>
        receive(signal, () => {
          handle.stop();
          process.kill(process.pid, signal);
        });
      handles.push(handle);
      if (handle.start(constants.signals[signal]) !== 0) throw new Error(`cannot listen to ${signal}`);
      handle.unref();
    }
    return true;
  } catch {
    for (const handle of handles) handle.stop();
    return false;
  }
}
