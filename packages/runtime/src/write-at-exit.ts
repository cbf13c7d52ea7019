/** Process hooks: sees to it that the profile is written when the program ends. */

import { atLastMoment } from './last-moment.js';
import { withOwnBuiltins } from './own-builtins.js';
import type { Profile } from './profile-format.js';
import { listenUnseen, programListenerCount } from './unseen-listeners.js';
import { writeWhole } from './write-whole.js';

/** Signals that end a program which does not listen to them. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

export interface WriteAtExitOptions {
  readonly path: string;
  readonly snapshot: () => Profile;
}

/**
 * Writes when the process ends by itself and when a signal ends it. A program that listens to the signal itself decides
 * alone; its exit is then seen as any other. Returns the undo.
 */
export function writeAtExit({ path, snapshot }: WriteAtExitOptions): () => void {
  const write = () => withOwnBuiltins(() => writeWhole(path, snapshot));
  const onSignal = (signal: NodeJS.Signals) => {
    if (programListenerCount(signal) > 0) return;
    write();
    undo();
    process.kill(process.pid, signal);
  };
  const undos = [atLastMoment(write), ...ENDING_SIGNALS.map((signal) => listenUnseen(signal, onSignal))];
  const undo = () => {
    for (const stop of undos) stop();
  };
  return undo;
}
