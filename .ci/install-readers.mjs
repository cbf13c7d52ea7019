/** Installs the real readers that are missing, where Debian's packages can be had and this user may; never fails. */
import { spawnSync } from 'node:child_process';
import { findReader, readers } from '../scripts/readers.mjs';

const started = Date.now();

/** @returns {readonly (keyof typeof readers)[]} */
const missing = () => Object.keys(readers).filter((reader) => 'missing' in findReader(reader));

/** @param {readonly string[]} args */
const apt = (...args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
  }).status === 0;

const wanted = new Set(missing().map((reader) => readers[reader]));
if (wanted.size > 0 && process.getuid?.() === 0) {
  apt('update');
  // One by one where all together fail: one package that cannot be had must not cost the others.
  if (!apt('install', '-y', '--no-install-recommends', ...wanted))
    for (const name of wanted) apt('install', '-y', '--no-install-recommends', name);
  const lacking = new Set(missing().map((reader) => readers[reader]));
  const installed = [...wanted].filter((name) => !lacking.has(name));
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`Installed ${installed.join(', ') || 'no reader'} in ${seconds} s.`);
}
