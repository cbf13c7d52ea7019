/** Signals that reach kernts but are meant for the program. */
import type { ChildProcess } from 'node:child_process';
import type { Signalled } from '../session.js';
import { isFromKeyboard } from './terminal.js';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const satisfies NodeJS.Signals[];

/** How long a program has before it counts as too busy to hear a signal. */
const HEARING_MS = 300;
/** How long it has after the second Ctrl-C. */
const LAST_GRACE_MS = 1_000;

export interface SignalRoute {
  readonly from: Pick<NodeJS.Process, 'on' | 'off'>;
  readonly child: Pick<ChildProcess, 'kill'>;
  /** Is kernts' own. */
  readonly exceptFor: NodeJS.Signals | null;
  /** Asks a program that does not listen to the signal, and computes without a pause, to end by it. */
  readonly requestStop: (signal: NodeJS.Signals, whom: Signalled) => void;
  /** Has a program that is about to be killed write what it has so far. */
  readonly saveSoFar: () => void;
  readonly fromKeyboard?: typeof isFromKeyboard;
}

export interface Forwarding {
  /** The signal by which the program was made to end; it then ended by SIGKILL. */
  forcedBy(): NodeJS.Signals | null;
  stop(): void;
}

export function forwardSignals({
  from,
  child,
  exceptFor,
  requestStop,
  saveSoFar,
  fromKeyboard = isFromKeyboard,
}: SignalRoute): Forwarding {
  const signals = FORWARDED.filter((signal) => signal !== exceptFor);
  const timers: NodeJS.Timeout[] = [];
  let interrupts = 0;
  let forcedBy: NodeJS.Signals | null = null;
  const force = (signal: NodeJS.Signals, afterMs: number, end: () => void): void => {
    const onTime = (): void => {
      forcedBy = signal;
      end();
    };
    timers.push(setTimeout(onTime, afterMs));
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    // A terminal sends to every process in its foreground; what the program has got must not reach it twice.
    const whom = fromKeyboard(signal) ? 'foreground' : 'child';
    if (whom === 'child') child.kill(signal);
    force(signal, HEARING_MS, () => requestStop(signal, whom));
    if (signal !== 'SIGINT' || ++interrupts === 1) return;
    saveSoFar();
    force(signal, LAST_GRACE_MS, () => child.kill('SIGKILL'));
  };
  for (const signal of signals) from.on(signal, onSignal);
  return {
    forcedBy: () => forcedBy,
    stop() {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of signals) from.off(signal, onSignal);
    },
  };
}
