/** A program that is no file gets a path in the working directory, so that what it imports is looked for there. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../request.js';
import type { VirtualEntry } from '../session.js';

/** Named and started as Node does with `-e` and `-`. */
export async function virtualEntryOf(entry: Entry, cwd: string): Promise<VirtualEntry | null> {
  switch (entry.kind) {
    case 'script':
    case 'command':
    case 'package':
      return null;
    case 'code':
      return { path: join(realpathSync(cwd), '[eval].ts'), text: entry.text, argv: [] };
    case 'stdin':
      return { path: join(realpathSync(cwd), '[stdin].ts'), text: await readStdin(), argv: ['-'] };
  }
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
