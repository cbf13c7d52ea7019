/** A long text through the user's pager. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** As git calls it: ends at once when all fits, takes colours, leaves the text on the screen. */
const USUAL_PAGER = 'less -FRX';

/** Null where the text is to be written as it is. */
export function pagerFor(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env.PAGER?.trim();
  if (named === undefined) return env.TERM === 'dumb' ? null : USUAL_PAGER;
  return named === '' || named === 'cat' ? null : named;
}

export interface Screen {
  readonly rows: number;
  readonly columns: number;
}

export function isLongerThan({ rows, columns }: Screen, text: string): boolean {
  let height = 0;
  for (const line of stripVTControlCharacters(text).split('\n')) {
    height += Math.max(1, Math.ceil(line.length / columns));
    if (height >= rows) return true;
  }
  return false;
}

/** Resolves to whether the pager took it: false where there is none of that name. */
export function page(text: string, pager: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Ctrl-C is for the pager, which ends a search by it; without this process it would lose the terminal.
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    const finish = (isShown: boolean) => {
      process.off('SIGINT', ignore);
      resolve(isShown);
    };
    const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'] });
    child.on('error', () => finish(false));
    // What a shell says of a command that it cannot find or start.
    child.on('close', (code) => finish(code !== 127 && code !== 126));
    // Who quits the pager has seen enough.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}
