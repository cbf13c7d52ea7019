/** Has the session settled by this process when no kernts is there to do it, and no process that the program began with. */
import { createRequire } from 'node:module';
import { isRunning } from '../is-running.js';

export interface Membership {
  /** Of the session. */
  readonly folder: string;
  /** The kernts process, or the program's first one where there is no kernts. */
  readonly headPid: number;
  /** Whether that one has started this process, so that the system tells when it is gone. */
  readonly isChild: boolean;
}

export function settleIfAlone({ folder, headPid, isChild }: Membership): void {
  const isHeadThere = isChild ? process.ppid === headPid : process.pid !== headPid && isRunning(headPid);
  if (isHeadThere) return;
  // A file of its own: hardly a program ever needs it.
  const { settleSession } = createRequire(__filename)('./settle.cjs') as {
    readonly settleSession: (folder: string) => void;
  };
  settleSession(folder);
}
