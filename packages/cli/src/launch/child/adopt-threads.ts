/**
 * Threads that the program starts with an environment or options of their own would not load kernts. Others inherit
 * the options of the thread that starts them.
 */
import { join } from 'node:path';
import workerThreads, { type Worker, type WorkerOptions } from 'node:worker_threads';
import { weaveNameless } from '../hook/nameless.js';
import type { Weaver } from '../hook/weaver.js';
import { includesLoader, type Joined, setThreadOrigin } from './join-session.js';
import { type Keeper, keepThreads, type TellScribe } from './keep-threads.js';

type Arguments = [filename: string | URL, options?: WorkerOptions];

/** The caller makes ES modules see it. */
export function adoptThreads(
  { folder, config, hasLoader }: Joined,
  weaver: Weaver,
  dist: string,
  tellScribe: TellScribe,
): void {
  let keeper: Keeper | null | undefined;
  const preload = join(dist, 'preload.cjs');
  const scribe = join(dist, 'scribe.cjs');
  const { Worker: plain } = workerThreads;
  const adopting = new Proxy(plain, {
    construct(target, [filename, options]: Arguments, newTarget) {
      const isCode = options?.eval === true && typeof filename === 'string';
      const entry = isCode ? weaveNameless(weaver, config.base, 'eval', filename) : filename;
      const make = (given: WorkerOptions | undefined) => Reflect.construct(target, [entry, given], newTarget) as Worker;
      if (filename === scribe) return make(options);
      keeper ??= keepThreads(folder, config, tellScribe);
      const worker = makeInSession(options, make);
      keeper?.add(worker);
      return worker;
    },
  });
  const makeInSession = (options: WorkerOptions | undefined, make: (given: WorkerOptions | undefined) => Worker) => {
    const own = ownOptions(options);
    if (own === null) return make(options);
    // Without options of its own, a thread whose environment differs has those of NODE_OPTIONS there, and shows these.
    const shown = own.execArgv ?? process.execArgv;
    setThreadOrigin({ folder, hasLoader: includesLoader(own.execArgv ?? [], dist), execArgv: shown });
    try {
      return make({ ...options, execArgv: ['--require', preload, ...(own.execArgv ?? [])] });
    } finally {
      setThreadOrigin({ folder, hasLoader, execArgv: null });
    }
  };
  workerThreads.Worker = adopting;
  plain.prototype.constructor = adopting;
}

interface OwnOptions {
  readonly execArgv: readonly string[] | null;
}

/** Null where the thread inherits its parent's, or where Node will refuse what it is given. */
function ownOptions(options: WorkerOptions | undefined): OwnOptions | null {
  if (typeof options !== 'object' || options === null) return null;
  const { env, execArgv } = options;
  if (Array.isArray(execArgv)) return { execArgv };
  return typeof env === 'object' && env !== null && execArgv === undefined ? { execArgv: null } : null;
}
