/**
 * `--require`d before everything else in the profiled program, its threads and the processes that it starts, and on
 * Node 20 also in the thread of tsx's hooks. One file with all that the other entries of the child share.
 * Without a session it does nothing.
 */
// First: whatever Node loads afterwards comes compiled.
import './settle-stack-size.js';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort } from 'node:worker_threads';
import { weaveCommonJs } from '../hook/cjs-reads.js';
import { syncHooks } from '../hook/esm-hooks.js';
import { weaveEsmReads } from '../hook/esm-reads.js';
import type { Profiling } from '../hook/profiling.js';
import { makeWeaver } from '../hook/weaver.js';
import { moduleApi, readsModulesByPromise } from '../node-features.js';
import type { WeaveText } from '../woven-file.js';
import { adoptChildren } from './adopt-children.js';
import { adoptThreads } from './adopt-threads.js';
import { hookAhead, type OwnHooks } from './hook-ahead.js';
import { joinSession } from './join-session.js';
import { offerRuntime } from './offer-runtime.js';

export { asyncHooks, syncHooks } from '../hook/esm-hooks.js';
export { followTsx } from './follow-tsx.js';
export { waitForEntry } from './wait-for-entry.js';

function startProfiling(): Profiling | null {
  const joined = joinSession(__dirname);
  if (joined === null) return null;
  const { folder, config, hasLoader } = joined;
  const profiling = { folder, config, weaver: makeWeaver(folder, config, join(__dirname, sep), weaveText) };
  weaveCommonJs(profiling.weaver, config.virtualEntry);
  const tellScribe = offerRuntime(folder, config);
  if (isLoaderThread) {
    // With `--loader`, modules are read there, and nobody registers hooks.
    if (!hasLoader && readsModulesByPromise) weaveEsmReads(profiling.weaver);
    return profiling;
  }
  if (config.children) adoptChildren(folder, __dirname);
  adoptThreads(joined, profiling.weaver, __dirname, tellScribe);
  if (!hasLoader) hookAhead(moduleApi, ownHooks(profiling), profiling.weaver);
  syncBuiltinESMExports();
  return profiling;
}

/** That of asynchronous hooks: no program runs in it. */
const isLoaderThread = !isMainThread && parentPort === null;

const ownHooks = (profiling: Profiling): OwnHooks => ({
  register: (register) => register('./hooks.js', pathToFileURL(__filename).href),
  registerHooks: (registerHooks) => registerHooks(syncHooks(profiling)),
});

/** Loads the parser when the first file needs it. */
const weaveText: WeaveText = (...args) =>
  (createRequire(__filename)('./weave.cjs') as { readonly weaveText: WeaveText }).weaveText(...args);

export const profiling = startProfiling();
