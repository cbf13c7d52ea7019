/** `--import`ed after the preload: brings tsx in behind kernts' own hooks, waits for the script to be woven, then runs the setup file. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort } from 'node:worker_threads';
import { moduleApi, type Register } from '../node-features.js';
import { withoutWebAssembly } from './without-webassembly.js';

/** As a value: tsx has no types for what it does when it is imported. */
const tsxLoader: string = 'tsx';

const preload = createRequire(import.meta.url)('./preload.cjs') as typeof import('./preload.js');
const { followTsx, profiling, syncHooks, waitForEntry } = preload;

if (profiling === null) await import(tsxLoader);
else {
  const registerOwn = (register: Register): unknown => register('./hooks.js', import.meta.url);
  const tsx = followTsx(moduleApi, {
    register: registerOwn,
    registerHooks: (registerHooks) => registerHooks(syncHooks(profiling)),
  });
  await withoutWebAssembly(() => import(tsxLoader));
  tsx.stop();
  // tsx leaves workers out where its hooks have a thread of their own; JavaScript in them can still be woven.
  if (!tsx.didHook() && !isMainThread && parentPort !== null) registerOwn(moduleApi.register);

  const { setup, parentPid } = profiling.config;
  if (isMainThread) waitForEntry(profiling.folder, profiling.config);
  if (setup !== null && isMainThread && process.ppid === parentPid) await import(pathToFileURL(setup).href);
}
