/** All that has to hold before a change is good. Goes on after a failure, so that one run shows everything. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {readonly (readonly [string, string])[]} */
const steps = [
  ['build', scripts.build],
  ['typecheck', scripts.typecheck],
  ['lint', scripts.lint],
  ['arch', scripts.arch],
  ['packages', 'node scripts/check-packages.mjs'],
  ['test', scripts.test],
  ['test:slow', scripts['test:slow']],
];

const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

const failed = steps.filter(([name, command]) => {
  console.log(`\n── ${name}: ${command}`);
  return spawnSync(command, { cwd: root, env: { ...process.env, PATH }, shell: true, stdio: 'inherit' }).status !== 0;
});

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.map(([name]) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
