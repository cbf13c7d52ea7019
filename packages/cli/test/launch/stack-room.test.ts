import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { stackRoom, systemStackKb } from '../../src/launch/parent/stack-room.js';

test.each([
  ['by default', [], 8192, ['--stack-size=2460']],
  ['without a limit', [], Number.POSITIVE_INFINITY, ['--stack-size=2460']],
  ['more than the user gave', ['--stack-size=2000'], 8192, ['--stack-size=5000']],
  ['by the last one that the user gave', ['--stack_size=500', '--stack-size=1000'], 8192, ['--stack-size=2500']],
  ['nothing where the system has too little', ['--stack-size=4000'], 8192, []],
  ['nothing where the system does not tell', [], 0, []],
])('%s', (_case, execArgv, systemKb, options) => {
  expect(stackRoom(execArgv, systemKb)).toEqual(options);
});

test.skipIf(process.platform === 'win32')('the system has as much as a shell says', () => {
  const said = execFileSync('sh', ['-c', 'ulimit -s'], { encoding: 'utf8' }).trim();
  expect(systemStackKb()).toBe(said === 'unlimited' ? Number.POSITIVE_INFINITY : Number(said));
});
