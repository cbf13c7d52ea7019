/**
 * Listeners that the program does not see. Some decide by how many others listen: signal-exit, which execa and ink
 * build on, ends the program by a signal only when nobody else does.
 */

type Listener = (...args: never[]) => void;

const ours = new Set<unknown>();
let isHiding = false;

const emitter: NodeJS.EventEmitter = process;
const { listeners, rawListeners, listenerCount } = emitter;

function hide(): void {
  isHiding = true;
  const without = (all: readonly unknown[]) => all.filter((listener) => !ours.has(listener));
  const replace = (name: 'listeners' | 'rawListeners' | 'listenerCount', value: unknown) =>
    Object.defineProperty(process, name, { value, configurable: true, enumerable: false, writable: true });
  replace('listeners', (event: string) => without(listeners.call(process, event)));
  replace('rawListeners', (event: string) => without(rawListeners.call(process, event)));
  replace('listenerCount', (event: string, listener?: Listener) =>
    listener === undefined
      ? without(listeners.call(process, event)).length
      : listenerCount.call(process, event, listener),
  );
}

/** Listens on `process` without being counted. Returns the undo. */
export function listenUnseen(event: string, listener: Listener): () => void {
  if (!isHiding) hide();
  const plain = listener as () => void;
  // Node stops listening to a signal when the last counted listener goes.
  const comeBack = (name: string, removed: unknown) => {
    if (name !== event || removed === listener || programListenerCount(event) > 0) return;
    emitter.off(event, plain);
    emitter.on(event, plain);
  };
  ours.add(listener).add(comeBack);
  emitter.on(event, plain);
  if (event.startsWith('SIG')) emitter.on('removeListener', comeBack);
  return () => {
    emitter.off('removeListener', comeBack);
    emitter.off(event, plain);
  };
}

/** How many listeners of the program itself an event has. */
export function programListenerCount(event: string): number {
  return listeners.call(process, event).filter((listener) => !ours.has(listener)).length;
}
