/** From argv to the end of the process: the only place that ends it. */
import { constants } from 'node:os';
import { type Options, optionsFrom } from './command-line/options.js';
import type { LaunchResult } from './launch/index.js';
import { KerntsError } from './messages.js';
import { type Output, outputTo } from './output.js';

type End = LaunchResult['end'];

/** Returns whether a program was profiled. */
export async function main(argv: readonly string[]): Promise<boolean> {
  const output = outputTo(process);
  let hasProfile = false;
  try {
    const { env, stdout } = process;
    const options = optionsFrom(argv, { env, stdoutIsTerminal: stdout.isTTY === true, cwd: process.cwd() });
    const launched = ({ profile }: LaunchResult) => {
      hasProfile = profile !== null;
    };
    finish(await perform(options, output, launched));
  } catch (error) {
    if (!(error instanceof KerntsError)) throw error;
    await output.say(error.problem);
    finish({ kind: 'code', code: 2 });
  }
  return hasProfile;
}

/** Loaded when needed: `kernts --help` needs no command, `kernts view` and a run that is refused no launcher. */
async function perform(options: Options, output: Output, launched: (result: LaunchResult) => void): Promise<End> {
  switch (options.kind) {
    case 'print':
      await output.report(options.text);
      return { kind: 'code', code: 0 };
    case 'view':
      await (await import('./commands/view.js')).view(options, output);
      return { kind: 'code', code: 0 };
    case 'html':
      await (await import('./commands/html.js')).html(options, output);
      return { kind: 'code', code: 0 };
    case 'export':
      await (await import('./commands/export.js')).exportProfiles(options, output);
      return { kind: 'code', code: 0 };
    case 'diff':
      return { kind: 'code', code: await (await import('./commands/diff.js')).diff(options, output) };
    case 'merge':
      await (await import('./commands/merge.js')).merge(options, output);
      return { kind: 'code', code: 0 };
    case 'run':
      return (await import('./commands/run.js')).run(options, output, async (request) => {
        const result = await (await import('./launch/index.js')).launch(request);
        launched(result);
        return result;
      });
  }
}

/** As the program ended, so that a shell sees its status or its signal. */
function finish(end: End): void {
  if (end.kind === 'code') {
    process.exitCode = end.code;
    return;
  }
  process.removeAllListeners(end.signal);
  process.kill(process.pid, end.signal);
  // Still here: the signal is ignored in this process, as SIGHUP is under nohup.
  process.exit(128 + constants.signals[end.signal]);
}
