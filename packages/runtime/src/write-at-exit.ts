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

/** Writes when the process ends, see `atEnd`. Returns the undo. */
export function writeAtExit({ path, snapshot }: WriteAtExitOptions): () => void {
  return atEnd(() => writeWhole(path, snapshot));
}

interface Task {
  readonly work: () => void;
  isOff: boolean;
  /** A chain: the program may have broken what lists do. */
  readonly next: Task | null;
}

let tasks: Task | null = null;
let afterTasks: (() => void) | null = null;
/** What undoes the hooks, where there are any. */
let unhookExit: (() => void) | null = null;
let unhookSignals: (() => void) | null = null;
let areSignalsLeft = false;

/**
 * `work` is done when the process ends by itself and when a signal ends it. A program that listens to the signal itself
 * decides alone; its exit is then seen as any other. Returns the undo.
 */
export function atEnd(work: () => void): () => void {
  const task: Task = { work, isOff: false, next: tasks };
  tasks = task;
  unhookExit ??= atLastMoment(doAll);
  if (!areSignalsLeft) unhookSignals ??= hookSignals();
  return () => {
    task.isOff = true;
    for (let one = tasks; one !== null; one = one.next) if (!one.isOff) return;
    unhook();
  };
}

/** `work` is done after all the rest, even where there is none. A signal then ends the process as it does without. */
export function afterEnd(work: () => void): void {
  afterTasks = work;
  unhookExit ??= atLastMoment(doAll);
}

/** Somebody else sees to it that all is written when a signal ends the process. */
export function leaveSignals(): void {
  areSignalsLeft = true;
  unhookSignals?.();
  unhookSignals = null;
}

function doAll(): void {
  withOwnBuiltins(() => {
    for (let task = tasks; task !== null; task = task.next) if (!task.isOff) task.work();
    afterTasks?.();
  });
}

function hookSignals(): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    if (programListenerCount(signal) > 0) return;
    doAll();
    unhook();
    process.kill(process.pid, signal);
  };
  const undos = ENDING_SIGNALS.map((signal) => listenUnseen(signal, onSignal));
  return () => {
    for (const undo of undos) undo();
  };
}

function unhook(): void {
  unhookExit?.();
  unhookSignals?.();
  unhookExit = null;
  unhookSignals = null;
}
