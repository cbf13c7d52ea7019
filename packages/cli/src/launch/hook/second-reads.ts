/**
 * In the thread of its asynchronous hooks, tsx reads TypeScript that is CommonJS a second time, with
 * `fs/promises.readFile`. No program runs in that thread, so the substitution may stay.
 */
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Weaver } from './weaver.js';

const expected = new Map<string, Weaver>();
let isSubstituted = false;

export function weaveNextRead(path: string, weaver: Weaver): void {
  expected.set(path, weaver);
  if (!isSubstituted) substituteReadFile();
  isSubstituted = true;
}

function substituteReadFile(): void {
  const fsPromises = process.getBuiltinModule('node:fs/promises');
  const readFile = fsPromises.readFile;
  const substitute = async (...args: Parameters<typeof readFile>): Promise<string | Buffer> => {
    const content = await readFile(...args);
    const path = args[0] instanceof URL ? fileURLToPath(args[0]) : args[0];
    if (typeof path !== 'string' || typeof content !== 'string') return content;
    const weaver = expected.get(path);
    expected.delete(path);
    return weaver?.weave(path, content) ?? content;
  };
  fsPromises.readFile = substitute as typeof readFile;
  syncBuiltinESMExports();
}
