/**
 * `--require`d before everything else in the profiled program, its workers and its forks, and on Node 20 also in the
 * thread of tsx's hooks. One file with all that the other entries of the child share. Without a session it does nothing.
 */
// First: whatever Node loads afterwards comes compiled.
import './settle-stack-size.js';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { weaveCommonJs } from '../hook/cjs-reads.js';
import type { Profiling } from '../hook/profiling.js';
import { makeWeaver } from '../hook/weaver.js';
import { openSession, SESSION_VARIABLE } from '../session.js';
import type { WeaveText } from '../woven-file.js';
import { offerRuntime } from './offer-runtime.js';

export { asyncHooks, syncHooks } from '../hook/esm-hooks.js';
export { followTsx } from './follow-tsx.js';
export { waitForEntry } from './wait-for-entry.js';

function startProfiling(folder: string | undefined): Profiling | null {
  const config = openSession(folder);
  if (folder === undefined || config === null) return null;
  const weaver = makeWeaver(folder, config, join(__dirname, sep), weaveText);
  weaveCommonJs(weaver, config.virtualEntry);
  offerRuntime(folder, config);
  return { folder, config, weaver };
}

/** Loads the parser when the first file needs it. */
const weaveText: WeaveText = (...args) =>
  (createRequire(__filename)('./weave.cjs') as { readonly weaveText: WeaveText }).weaveText(...args);

export const profiling = startProfiling(process.env[SESSION_VARIABLE]);
