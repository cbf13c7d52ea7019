/** The profiled program as a child process: stdio, signals and IPC pass through. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { ScribeOrder } from '@kernts/runtime';
import { errorCode, fileCause } from '../../file-cause.js';
import { KerntsError, type Problem } from '../../messages.js';
import type { LaunchRequest, ProgramEnd } from '../request.js';
import { orderFile, stopFile } from '../session.js';
import { writeWhole } from '../whole-files.js';
import { forwardSignals } from './forward-signals.js';
import type { Program } from './program-of.js';

/** Later than all others. */
const LAST_ORDER: ScribeOrder = { number: Number.MAX_SAFE_INTEGER, bySignal: false };

/** `meanwhile` is done while the process starts, which takes longer; when it throws, the program is not to run. */
export async function runProgram(
  program: Program,
  folder: string,
  { cwd, dumpSignal }: Pick<LaunchRequest, 'cwd' | 'dumpSignal'>,
  meanwhile: () => void,
): Promise<ProgramEnd> {
  const hasChannel = process.send !== undefined;
  const child = spawn(program.file, program.args, {
    cwd,
    env: program.env,
    stdio: hasChannel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  const signals = forwardSignals({
    from: process,
    child,
    exceptFor: dumpSignal,
    saveSoFar: () => writeWhole(orderFile(folder), JSON.stringify(LAST_ORDER)),
    requestStop: (signal, whom) => {
      writeFileSync(stopFile(folder, 'child'), signal);
      if (whom === 'foreground') writeFileSync(stopFile(folder, 'foreground'), signal);
    },
  });
  const stopRelaying = hasChannel ? relayMessages(child) : () => undefined;
  const ended = new Promise<ProgramEnd>((done, fail) => {
    child.once('error', (error) => fail(new KerntsError(notStarted(program, error))));
    child.once('exit', (code, signal) => done(endOf(code, signal, signals.forcedBy())));
  });
  try {
    meanwhile();
    return await ended;
  } catch (error) {
    child.kill('SIGKILL');
    await ended.catch(() => undefined);
    throw error;
  } finally {
    signals.stop();
    stopRelaying();
  }
}

function notStarted({ command }: Program, error: Error): Problem {
  if (command === null) return { kind: 'program-not-started', cause: error.message };
  return errorCode(error) === 'ENOENT'
    ? { kind: 'command-not-found', name: command }
    : { kind: 'command-not-started', name: command, cause: fileCause(error) };
}

/** A program that had to be killed ended, for the user, by the signal that it did not hear. */
function endOf(code: number | null, signal: NodeJS.Signals | null, forcedBy: NodeJS.Signals | null): ProgramEnd {
  if (signal === null) return { kind: 'code', code: code ?? 0 };
  return { kind: 'signal', signal: signal === 'SIGKILL' && forcedBy !== null ? forcedBy : signal };
}

/** Whoever forked kernts talks to the program. */
function relayMessages(child: ChildProcess): () => void {
  const inwards = (message: unknown): void => {
    if (child.connected) child.send(message as object);
  };
  process.on('message', inwards);
  child.on('message', (message) => process.send?.(message));
  child.once('disconnect', () => process.disconnect?.());
  process.once('disconnect', () => {
    if (child.connected) child.disconnect();
  });
  return () => process.off('message', inwards);
}
