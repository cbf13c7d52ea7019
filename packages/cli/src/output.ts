import { fstatSync, writeFileSync } from 'node:fs';
import { errorCode, fileCause } from './file-cause.js';
import { KerntsError, type Message, sentence } from './messages.js';

/** Where commands say things; each promise settles when the text is out. */
export interface Output {
  /** Reports; what the user may pipe on. */
  report(content: string | Uint8Array): Promise<void>;
  /** A line about kernts' own doings. */
  say(message: Message): Promise<void>;
}

export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export function outputTo({ stdout, stderr }: Streams): Output {
  // The write's callback reports failures; without a listener a stream would throw them once more.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    report: (content) =>
      write(stdout, content).catch((error: unknown) => {
        throw new KerntsError({ kind: 'report-unwritable', cause: fileCause(error) });
      }),
    // Where a message cannot be written, nobody can be told so.
    say: (message) =>
      write(
        stderr,
        `${message.kind === 'profile-written' || message.kind === 'inspect-with' ? '' : 'kernts: '}${sentence(message)}\n`,
      ).catch(() => undefined),
  };
}

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
