import { fstatSync, writeFileSync } from 'node:fs';
import { errorCode, fileCause } from './file-cause.js';
import { KerntsError, type Message, sentence } from './messages.js';
import { isLongerThan, page, pagerFor, type Screen } from './page.js';
import { type Progress, progressOn } from './progress.js';

/** Where commands say things; each promise settles when the text is out. */
export interface Output {
  /** Reports; what the user may pipe on. `paged`: through a pager, where a terminal shows it and it is long. */
  report(content: string | Uint8Array, paging?: 'paged'): Promise<void>;
  /** A line about kernts' own doings. */
  say(message: Message): Promise<void>;
  /** To be told of each of `total` steps, and to be cleared at the end. */
  progress(title: string, total: number): Progress;
}

export interface Streams {
  readonly stdout: NodeJS.WritableStream & Partial<Screen> & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function outputTo({ stdout, stderr, env }: Streams): Output {
  // The write's callback reports failures; without a listener a stream would throw them once more.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    report: async (content, paging) => {
      if (paging === 'paged' && typeof content === 'string' && (await isPaged(content, stdout, env))) return;
      await write(stdout, content).catch((error: unknown) => {
        throw new KerntsError({ kind: 'report-unwritable', cause: fileCause(error) });
      });
    },
    // Where a message cannot be written, nobody can be told so.
    say: (message) =>
      write(stderr, `${isResult(message) ? '' : 'kernts: '}${sentence(message)}\n`).catch(() => undefined),
    progress: (title, total) => progressOn(stderr, title, total),
  };
}

/** Whether the user's pager took the text. */
async function isPaged(text: string, stdout: Streams['stdout'], env: Streams['env']): Promise<boolean> {
  const { isTTY, rows = 24, columns = 80 } = stdout;
  const pager = isTTY === true ? pagerFor(env) : null;
  return pager !== null && isLongerThan({ rows, columns }, text) && page(text, pager);
}

/** In the words of kernprof, which puts no name before them. */
function isResult({ kind }: Message): boolean {
  return results.has(kind);
}

const results: ReadonlySet<Message['kind']> = new Set([
  'profile-written',
  'profiles-merged',
  'page-written',
  'inspect-with',
]);

/** A reader that went away (`| head`) has seen enough: that is no failure. */
async function write(stream: NodeJS.WritableStream, content: string | Uint8Array): Promise<void> {
  // Node's stream for a file takes a write that found room for a part only for a whole one.
  if ('fd' in stream && typeof stream.fd === 'number' && fstatSync(stream.fd).isFile())
    return writeFileSync(stream.fd, content);
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => {
      if (error && errorCode(error) !== 'EPIPE' && errorCode(error) !== 'ERR_STREAM_DESTROYED') reject(error);
      else resolve();
    });
  });
}
