/**
 * The last moment of a process: after its last `exit` listener, or where it leaves by a door that no listener sees.
 * Whoever looks finds the functions that Node brings, under their names.
 */
import { isMainThread } from 'node:worker_threads';

/** They end the process, or put another program in its place, without `exit`. Node 22.15 and later have `execve`. */
const DOORS = ['abort', 'reallyExit', 'execve'] as const;

type AnyFunction = (...args: never[]) => unknown;
type Doors = { [K in (typeof DOORS)[number]]?: AnyFunction };

const { apply, defineProperty, deleteProperty, getPrototypeOf } = Reflect;

/** Whether nothing can keep the process any more. */
export function isLeaving(): boolean {
  return (process as { _exiting?: boolean })._exiting === true;
}

/** `act` may be called more than once: what it sees the last time counts. Returns the undo. */
export function atLastMoment(act: () => void): () => void {
  let isOver = false;
  const actOnce = () => {
    if (!isOver) act();
  };
  const undoEmit = afterExitListeners(() => {
    act();
    isOver = true;
  });
  const undoDoors = isMainThread ? DOORS.map((door) => beforeDoor(door, actOnce)) : [];
  return () => {
    undoEmit();
    for (const undo of undoDoors) undo();
  };
}

/**
 * A listener would miss what the listeners behind it count. `emit` is an accessor, so that no frame of kernts stands in
 * the stack traces of other events; Node sets `_exiting` before it takes the function that emits `exit`.
 */
function afterExitListeners(act: () => void): () => void {
  let replacement: AnyFunction | undefined;
  const current = () => replacement ?? (getPrototypeOf(process) as NodeJS.Process).emit;
  const emitThenAct = (...args: never[]): unknown => {
    try {
      return apply(current(), process, args);
    } finally {
      if ((args[0] as unknown) === 'exit') act();
    }
  };
  defineProperty(process, 'emit', {
    configurable: true,
    enumerable: false,
    get: () => (isLeaving() ? emitThenAct : current()),
    set: (value: AnyFunction) => {
      replacement = value;
    },
  });
  return () => {
    deleteProperty(process, 'emit');
    if (replacement !== undefined) process.emit = replacement as typeof process.emit;
  };
}

function beforeDoor(door: (typeof DOORS)[number], act: () => void): () => void {
  const doors = process as unknown as Doors;
  const original = doors[door];
  if (original === undefined) return () => {};
  // A proxy has the function's name, length and text.
  const watched = new Proxy(original, {
    apply(target, self, args: never[]) {
      act();
      return apply(target, self, args);
    },
  });
  doors[door] = watched;
  return () => {
    if (doors[door] === watched) doors[door] = original;
  };
}
