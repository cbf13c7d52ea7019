/**
 * What the threads of a process count lies in shared memory, which the main thread keeps: so it writes for those that
 * are terminated, or still run when the process ends. They tell it over a channel that no other process hears.
 */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import {
  BroadcastChannel,
  isMainThread,
  type MessagePort,
  receiveMessageOnPort,
  type Worker,
} from 'node:worker_threads';
import {
  atEnd,
  listenUnseen,
  makeWitness,
  type Runtime,
  type Shared,
  type ThreadNews,
  type Witness,
  writeWhole,
} from '@kernts/runtime';
import type { SessionConfig } from '../session.js';

interface Told {
  readonly threadId: number;
  /** Of its shard, without the ending. */
  readonly shard: string;
  readonly shared: Shared;
}

interface Kept {
  readonly threadId: number;
  readonly witness: Witness;
}

function openChannel(folder: string): BroadcastChannel {
  const channel = new BroadcastChannel(`kernts ${basename(folder)}`);
  // The types lack this, and that it can stand for a port below.
  (channel as unknown as { unref(): void }).unref();
  return channel;
}

/** In a thread that counts. */
export function tellMainThread(folder: string, runtime: Runtime, { threadId, shard }: Omit<Told, 'shared'>): void {
  const channel = openChannel(folder);
  runtime.share((shared) => channel.postMessage({ threadId, shard, shared } satisfies Told));
}

export interface Keeper {
  /** Of every thread that this one starts. */
  add(worker: Worker): void;
}

export type TellScribe = (news: ThreadNews) => void;

/** In the main thread, before it starts the first thread. */
export function keepThreads(folder: string, { timing }: SessionConfig, tellScribe: TellScribe): Keeper | null {
  if (!isMainThread) return null;
  const channel = openChannel(folder);
  /** By shard. */
  const kept = new Map<string, Kept>();
  /** By id. Others were started by threads: nobody here sees them end. */
  const own = new Map<number, Worker>();
  let isAtEnd = false;

  function learn({ threadId, shard, shared }: Told): void {
    if (!kept.has(shard)) forgetWritten();
    const known = kept.get(shard) ?? { threadId, witness: makeWitness(timing) };
    kept.set(shard, known);
    known.witness.receive(shared);
    tellScribe({ kind: 'thread', shard, shared });
    // Only a process with a thread that counts has to hear the signals that end it.
    if (!isAtEnd) atEnd(writeAll);
    isAtEnd = true;
  }

  function readMessages(): void {
    for (;;) {
      const received = receiveMessageOnPort(channel as unknown as MessagePort) as
        | { readonly message: Told }
        | undefined;
      if (received === undefined) return;
      learn(received.message);
    }
  }

  function write(shard: string, { witness }: Kept, isGone: boolean): void {
    // A thread that came to its own end has written what it knows better.
    if (existsSync(`${shard}.json`)) return;
    const profile = witness.snapshot(isGone);
    if (profile !== null) writeWhole(`${shard}.${isGone && witness.isInLine() ? 'interim' : 'json'}`, () => profile);
  }

  function isRunning(threadId: number): boolean {
    // Node's answer for a thread that is gone.
    return (own.get(threadId)?.threadId ?? -1) !== -1;
  }

  /** The scribe has the memory of the thread, too. */
  function forget(shard: string): void {
    kept.delete(shard);
    tellScribe({ kind: 'thread-done', shard });
  }

  /** Threads that came to their own end. */
  function forgetWritten(): void {
    for (const shard of kept.keys()) if (existsSync(`${shard}.json`)) forget(shard);
  }

  /** What threads that are gone had need not be kept any longer. */
  function writeGone(): void {
    readMessages();
    for (const [shard, one] of kept) {
      if (isRunning(one.threadId) || !own.has(one.threadId)) continue;
      write(shard, one, true);
      forget(shard);
    }
    for (const threadId of own.keys()) if (!isRunning(threadId)) own.delete(threadId);
  }

  function writeAll(): void {
    readMessages();
    for (const [shard, one] of kept) write(shard, one, !isRunning(one.threadId));
  }

  channel.onmessage = (event) => learn((event as unknown as { readonly data: Told }).data);
  listenUnseen('exit', writeAll);
  return {
    add(worker) {
      writeGone();
      own.set(worker.threadId, worker);
    },
  };
}
