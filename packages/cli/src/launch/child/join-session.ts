/** How a process or a thread learns of its session, and what the program does not see of that. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { openSession, type SessionConfig } from '../session.js';
import { SESSION_VARIABLE, withoutRequire } from '../session-variables.js';

export interface Joined {
  /** Of the session. */
  readonly folder: string;
  readonly config: SessionConfig;
  /** Whether `loader.js` is among the options that this process or thread began with. */
  readonly hasLoader: boolean;
}

/** What a thread is told by the one that starts it, whatever its environment and its options are. */
export interface ThreadOrigin {
  readonly folder: string;
  readonly hasLoader: boolean;
  /** What the program is to see as `process.execArgv`; null where that is right already. */
  readonly execArgv: readonly string[] | null;
}

const ORIGIN_KEY = 'kernts';

/** `dist`: the folder of this build. Null without a session, or when it is over. */
export function joinSession(dist: string): Joined | null {
  return isMainThread ? joinAsProcess(dist) : joinAsThread();
}

function joinAsProcess(dist: string): Joined | null {
  const { env, execArgv } = process;
  const folder = env[SESSION_VARIABLE];
  if (folder === undefined) return null;
  const config = openSession(folder);
  // Another build, which the program may bring along, has sessions of its own.
  if (config !== null && config.dist !== dist) return null;
  delete env[SESSION_VARIABLE];
  hideRequire(env, join(dist, 'descendant.cjs'));
  if (config === null || (!config.children && process.ppid !== config.parentPid)) return null;
  const hasLoader = includesLoader(execArgv, dist);
  setThreadOrigin({ folder, hasLoader, execArgv: null });
  return { folder, config, hasLoader };
}

function hideRequire(env: NodeJS.ProcessEnv, file: string): void {
  const options = env.NODE_OPTIONS;
  if (options === undefined) return;
  const users = withoutRequire(options, file);
  if (users === undefined) delete env.NODE_OPTIONS;
  else if (users !== options) env.NODE_OPTIONS = users;
}

function joinAsThread(): Joined | null {
  const origin = getEnvironmentData(ORIGIN_KEY) as ThreadOrigin | undefined;
  const config = openSession(origin?.folder);
  if (origin === undefined || config === null) return null;
  const { folder, hasLoader, execArgv } = origin;
  if (execArgv !== null) process.execArgv = [...execArgv];
  setThreadOrigin({ folder, hasLoader, execArgv: null });
  return { folder, config, hasLoader };
}

/** For the threads that this one starts from now on. */
export function setThreadOrigin({ folder, hasLoader, execArgv }: ThreadOrigin): void {
  setEnvironmentData(ORIGIN_KEY, { folder, hasLoader, execArgv: execArgv && [...execArgv] });
}

export function includesLoader(execArgv: readonly string[], dist: string): boolean {
  const loader = pathToFileURL(join(dist, 'loader.js')).href;
  return execArgv.some((option) => option === loader || option === `--import=${loader}`);
}
