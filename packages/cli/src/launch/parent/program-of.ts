/** How the operating system is asked to run the program. */
import type { LaunchRequest } from '../request.js';
import { SESSION_VARIABLE, withRequire } from '../session-variables.js';
import type { ChildFiles } from './child-files.js';
import { findPackage, isForNode } from './find-package.js';
import { stackRoom } from './stack-room.js';

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Null where kernts runs Node itself; else what the user typed. */
  readonly command: string | null;
}

export function programOf({ entry, args, cwd }: LaunchRequest, files: ChildFiles, folder: string): Program {
  const { env, execArgv, execPath } = process;
  const session = { ...env, [SESSION_VARIABLE]: folder };
  // Its own loaders decide how it runs, so it gets no more than every process that it starts.
  const asDescendant = { ...session, NODE_OPTIONS: withRequire(env.NODE_OPTIONS, files.descendant) };
  const node = (...rest: readonly string[]): readonly string[] => [...execArgv, ...stackRoom(execArgv), ...rest];
  const withTsx = (script: string): Program => ({
    file: execPath,
    args: node('--require', files.preload, '--import', files.loader, script, ...args),
    env: session,
    command: null,
  });

  switch (entry.kind) {
    case 'command':
      return { file: entry.name, args, env: asDescendant, command: entry.name };
    case 'package': {
      const path = findPackage(entry.name, cwd);
      if (NEEDS_TSX.test(path)) return withTsx(path);
      return isForNode(path)
        ? { file: execPath, args: node(path, ...args), env: asDescendant, command: null }
        : { file: path, args, env: asDescendant, command: entry.name };
    }
    case 'script':
      return withTsx(entry.path);
    case 'code':
    case 'stdin':
      return withTsx(files.codeEntry);
  }
}

const NEEDS_TSX = /\.([cm]?ts|tsx|jsx)$/;
