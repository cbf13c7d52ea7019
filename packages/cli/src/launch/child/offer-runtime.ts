/** Makes the runtime available to woven code, and starts it when the first woven file asks. */
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import {
  afterEnd,
  installRuntime,
  isLeaving,
  leaveSignals,
  offerRuntimeOnDemand,
  type Scribe,
  startScribe,
  writeAtExit,
} from '@kernts/runtime';
import { orderFile, type SessionConfig, stopFile, writePart } from '../session.js';
import { shardName } from '../shard-name.js';
import { describing } from './describing.js';
import { type TellScribe, tellMainThread } from './keep-threads.js';
import { reachContexts } from './reach-contexts.js';
import { type Membership, settleIfAlone } from './settle-if-alone.js';

/**
 * A thread that never runs woven code keeps its signal handling and writes no shard: so it is with the thread of
 * tsx's hooks, and with a program in which nothing is marked.
 */
export function offerRuntime(folder: string, config: SessionConfig): TellScribe {
  reachContexts();
  const { timing, parentPid, isOwn, isEntryWoven, intervalMs, dumpSignal } = config;
  const name = shardName({ pid: process.pid, threadId });
  const shard = (ending: string) => join(folder, 'shards', `${name}.${ending}`);
  const path = shard('json');
  const isChild = process.ppid === parentPid;
  const membership: Membership = { folder, headPid: parentPid, isChild };
  let started: Scribe | undefined;
  const scribe = () => {
    started ??= startScribe({
      timing,
      entry: join(__dirname, 'scribe.cjs'),
      task: {
        path,
        interimPath: shard('interim'),
        stopFile: stopFile(folder, isChild ? 'child' : 'foreground'),
        orderFile: orderFile(folder),
        doneFile: shard('done'),
        intervalMs,
        // As all signals that kernts gets: to its child alone.
        handedOn: isChild ? dumpSignal : null,
      },
      takesSignals: isOwn,
      carried: membership,
    });
    return started;
  };
  if (isMainThread) afterEnd(() => settleIfAlone(membership));
  // It starts while the program does: the first woven file waits for it.
  if (isMainThread && isEntryWoven && isChild) scribe();
  offerRuntimeOnDemand(() => {
    const runtime = installRuntime({ timing });
    writePart(folder, 'shards', `${name}.started`, '');
    // Signals reach the main thread only, and with it the process ends.
    const snapshot = () => {
      if (isLeaving()) started?.dismiss();
      return runtime.snapshot();
    };
    writeAtExit({ path, snapshot });
    if (!isMainThread) tellMainThread(folder, runtime, { threadId, shard: join(folder, 'shards', name) });
    else if (scribe().serve(runtime)) leaveSignals();
    return describing(runtime, folder);
  });
  // One that takes the signals is to write what the main thread counted, too: it starts with that.
  return (message) => (isOwn ? started : scribe())?.tell(message);
}
