/** The program begins when kernts has woven its script, which it does while this process starts. */
import { existsSync } from 'node:fs';
import { type SessionConfig, weavingFile } from '../session.js';

const LOOK_EVERY_MS = 1;

export function waitForEntry(folder: string, { parentPid }: SessionConfig): void {
  const cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  // Without its parent nobody will ever say so; the program then weaves for itself.
  while (process.ppid === parentPid && existsSync(weavingFile(folder))) Atomics.wait(cell, 0, 0, LOOK_EVERY_MS);
}
