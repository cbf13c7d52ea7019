/** kernts itself is killed: the program goes on, and writes its profile when it ends. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Profile } from '@kernts/runtime';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, readProfile, runKernts } from '../support/run-kernts.js';

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'goes-on.ts': `// @profile
function work(): number {
  return 1;
}
work();
const parent = process.ppid;
console.log(\`pid \${process.pid} \`);
const timer = setInterval(() => {
  if (process.ppid === parent) return;
  work();
  clearInterval(timer);
}, 5);
`,
  'waits.ts': `// @profile
function work(): number {
  return 1;
}
work();
console.log(\`pid \${process.pid} \`);
setInterval(() => {}, 1000);
`,
});
const temporary = join(cwd, 'tmp');
mkdirSync(temporary);
afterAll(remove);

const PID = /pid (\d+) /;

async function written(path: string): Promise<Profile> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(20)) {
    const profile = readProfile(path);
    if (profile !== null && !hitsOf(profile).join().includes(':0')) return profile;
  }
  throw new Error(`nobody wrote ${path}`);
}

const leftBehind = () => readdirSync(temporary).filter((name) => /^kernts-\w{6}$/.test(name));

describe.each(nodeMajors)('$name', ({ path: node, name }) => {
  test('the program writes its profile when it ends', async () => {
    const outfile = join(cwd, `${name}.lprof`);
    // The program holds the pipes of kernts open, so the run is over when both are.
    const ended = await runKernts(['goes-on.ts'], {
      node,
      cwd,
      outfile,
      env: { TMPDIR: temporary },
      on: { text: PID, act: (_, kernts) => kernts.kill('SIGKILL') },
    });
    expect(ended).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(ended.stderr).toContain('kernts ended before the program');
    expect(hitsOf(ended.profile)).toEqual(['goes-on.ts: work 3:2']);
    expect(leftBehind()).toEqual([]);
  });
});

test('when both are killed, the profile of the last interval is there', async () => {
  const outfile = join(cwd, 'both.lprof');
  const ended = await runKernts(['-i', '0.2', 'waits.ts'], {
    cwd,
    outfile,
    env: { TMPDIR: temporary },
    on: {
      text: PID,
      async act(match, kernts) {
        await written(outfile);
        kernts.kill('SIGKILL');
        process.kill(Number(match[1]), 'SIGKILL');
      },
    },
  });
  expect(ended.signal).toBe('SIGKILL');
  expect(hitsOf(ended.profile)).toEqual(['waits.ts: work 3:1']);
});
