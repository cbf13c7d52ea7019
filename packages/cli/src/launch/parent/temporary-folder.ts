import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileCause } from '../../file-cause.js';
import { KerntsError } from '../../messages.js';

/** For a session. */
export function makeTemporaryFolder(): string {
  return inTemporaryFolder(() => mkdtempSync(join(tmpdir(), 'kernts-')));
}

/** @throws KerntsError where `work` fails to write there: it may be full, or not be the user's. */
export function inTemporaryFolder<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new KerntsError({ kind: 'no-temporary-folder', path: tmpdir(), cause: fileCause(error) });
  }
}
