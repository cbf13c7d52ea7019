import { spawn } from 'node:child_process';
import { fileCause } from '../file-cause.js';

/** Where `start` of cmd would read signs in the path as its own, the explorer takes it as it is. */
const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer.exe' };

/** An opener that found nothing to open with says so at once; one that goes on is taken for the browser itself. */
const PATIENCE_MS = 2_000;

/** With the program that the user has for such files, which goes on without kernts. Null, or why it could not be opened. */
export function openWithPlatform(path: string, platform: NodeJS.Platform = process.platform): Promise<string | null> {
  const command = openers[platform] ?? 'xdg-open';
  return new Promise((done) => {
    const opener = spawn(command, [path], { detached: true, stdio: 'ignore' });
    const waited = setTimeout(() => done(null), PATIENCE_MS);
    const ended = (cause: string | null) => {
      clearTimeout(waited);
      done(cause);
    };
    opener.unref();
    opener.on('error', (error) => ended(`${command}: ${fileCause(error)}`));
    // The explorer ends with 1 when all went well.
    opener.on('exit', (code) => ended(code === 0 || platform === 'win32' ? null : `${command} ended with ${code}`));
  });
}
