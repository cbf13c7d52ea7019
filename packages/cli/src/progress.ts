/** How far a long work has come, on a terminal; a pipe or a file gets nothing. */

export interface Progress {
  /** One more of all is done. */
  advance(): void;
  /** Takes the line away. */
  clear(): void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Work that is done sooner shows nothing; beyond that, redrawing more often takes more than it tells. */
const PERIOD_MS = 100;

export function progressOn(
  stream: ProgressStream,
  title: string,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  let done = 0;
  let shownAt = now();
  let isShown = false;
  return {
    advance() {
      done++;
      if (stream.isTTY !== true || now() - shownAt < PERIOD_MS) return;
      shownAt = now();
      isShown = true;
      stream.write(`\r\u001b[K${title}: ${done} of ${total} (${Math.floor((100 * done) / total)} %)`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
