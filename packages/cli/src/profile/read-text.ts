/** The text of a file that may be anything: too large, endless, a directory. */
import { type FileHandle, open } from 'node:fs/promises';
import { KerntsError } from '../messages.js';

/**
 * Looked at before anything is read. A profile of 50,000 lines has some 10 MB. V8's strings end at 512 MB, and what becomes
 * of that much JSON would not fit into its heap, which ends the process without a sentence.
 */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Throws what the system throws, or that the file is too large. Pipes are read to their end. */
export async function readText(path: string, shown: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (!stats.isFile() && !stats.isFIFO() && !stats.isSocket()) throw new Error('it is a device');
    if (stats.size > MOST_BYTES) throw tooLarge(shown);
    return stats.isFile() ? await file.readFile('utf8') : await readStream(file, shown);
  } finally {
    await file.close();
  }
}

async function readStream(file: FileHandle, shown: string): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw tooLarge(shown);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(path: string): KerntsError {
  return new KerntsError({ kind: 'profile-too-large', path, mostMegabytes: MOST_BYTES / 2 ** 20 });
}
