/** Whether what would be published can be found and is typed under every way to import it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from './pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const destination = mkdtempSync(join(tmpdir(), 'kernts-packages-'));

/** @param {string} command @param {readonly string[]} args */
function run(command, ...args) {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', command), args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

for (const { filename } of pack(root, destination)) {
  run('publint', 'run', filename, '--strict');
  // `node16` leaves out resolvers that know no `exports`, which no supported Node uses.
  run('attw', filename, '--profile', 'node16', '--format', 'ascii', '--no-emoji');
}
rmSync(destination, { recursive: true });
