/** A reader's answer to a file: all that it printed. */
import { execFile } from 'node:child_process';

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
}

/** Fails where the reader does. */
export function runReader(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Answer> {
  return new Promise((done, fail) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', ...options.env };
    execFile(command, args, { cwd: options.cwd, env, timeout: 50_000 }, (error, stdout, stderr) => {
      if (error === null) done({ stdout, stderr });
      else fail(new Error(`${command} ${args.join(' ')}: ${error.message}\n${stdout}`));
    });
  });
}
