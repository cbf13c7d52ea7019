/** What a program has counted so far, while it goes on: at a signal, and from time to time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Profile } from '@kernts/runtime';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, readProfile, runKernts } from '../support/run-kernts.js';

const work = `// @profile
function work(): number {
  return 1;
}
work();
work();
`;
const WORKED = ['work 3:2'];

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'waits.ts': `${work}setInterval(() => {}, 1000);\nconsole.log(\`pid \${process.pid} \`);\n`,
  'busy.ts': `${work}console.log(\`pid \${process.pid} \`);\nfor (;;);\n`,
  'listens.ts': `${work}process.once('SIGUSR2', () => {
  work();
  console.log('heard');
  process.exit();
});
console.log(\`pid \${process.pid} \`);
setInterval(() => {}, 1000);
`,
  'ignores.ts': `${work}process.on('SIGINT', () => {});\nconsole.log(\`pid \${process.pid} \`);\nfor (;;);\n`,
  // tsx runs no TypeScript in threads on Node 20.
  'in-thread.mjs': `${work.replace(': number', '')}import { parentPort } from 'node:worker_threads';
parentPort?.postMessage('counted');
setInterval(() => {}, 1000);
`,
  'starts-thread.ts': `import { Worker } from 'node:worker_threads';
new Worker('./in-thread.mjs').on('message', () => console.log(\`pid \${process.pid} \`));
`,
  'works-with-thread.ts': `${work.replaceAll('work', 'own')}import './starts-thread.ts';
`,
  'unmarked.ts': `console.log(\`pid \${process.pid} \`);\nsetInterval(() => {}, 1000);\n`,
  'grows.ts': `${work}const kept: number[][] = [];
console.log('growing');
const cell = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  kept.push(new Array(100_000).fill(kept.length));
  Atomics.wait(cell, 0, 0, 20);
}
`,
});
afterAll(remove);

const PID = /pid (\d+) /;
const MOST_MS = 30_000;

/** The profile, as soon as it is there and holds what it should. */
async function written(path: string, isEnough: (profile: Profile) => boolean = () => true): Promise<Profile> {
  for (const until = Date.now() + MOST_MS; Date.now() < until; await pause(20)) {
    const profile = readProfile(path);
    if (profile !== null && isEnough(profile)) return profile;
  }
  throw new Error(`nobody wrote ${path}`);
}

const names = (profile: Profile | null) => hitsOf(profile).map((row) => row.replace(/^[^:]*: /, ''));

const hasWorked = (profile: Profile) => names(profile).join() === WORKED.join();

describe.each(nodeMajors)('$name', ({ path: node, name }) => {
  test.each(['waits.ts', 'busy.ts'])('%s at a signal to kernts', async (file) => {
    const outfile = join(cwd, `${name}-${file}.lprof`);
    let soFar: Profile | undefined;
    const ended = await runKernts([file], {
      node,
      cwd,
      outfile,
      on: {
        text: PID,
        async act(_, kernts) {
          kernts.kill('SIGUSR2');
          soFar = await written(outfile);
          kernts.kill('SIGINT');
        },
      },
    });
    expect(names(soFar ?? null)).toEqual(WORKED);
    expect(ended).toMatchObject({ code: null, signal: 'SIGINT' });
    expect(ended.stderr).toContain(`Wrote the profile so far to ${outfile}; the program goes on.`);
    expect(names(ended.profile)).toEqual(WORKED);
  });

  test('a program that is killed has what it wrote within the interval', async () => {
    const outfile = join(cwd, `${name}-killed.lprof`);
    const ended = await runKernts(['-q', '-i', '0.2', 'busy.ts'], {
      node,
      cwd,
      outfile,
      on: {
        text: PID,
        act: (match) => written(outfile, hasWorked).then(() => process.kill(Number(match[1]), 'SIGKILL')),
      },
    });
    expect(ended).toMatchObject({ code: null, signal: 'SIGKILL', stderr: '' });
    expect(names(ended.profile)).toEqual(WORKED);
  });

  test('threads that still run, of a program that is killed', async () => {
    const outfile = join(cwd, `${name}-thread.lprof`);
    const { profile } = await runKernts(['-q', '-i', '0.2', 'works-with-thread.ts'], {
      node,
      cwd,
      outfile,
      on: {
        text: PID,
        act: (match) =>
          written(outfile, (soFar) => names(soFar).join() === `own 3:2,${WORKED}`).then(() =>
            process.kill(Number(match[1]), 'SIGKILL'),
          ),
      },
    });
    expect(names(profile)).toEqual(['own 3:2', ...WORKED]);
    expect(profile?.shares?.map(({ threadId, isCutOff }) => [threadId > 0, isCutOff])).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  test('a program whose heap is full', async () => {
    const { profile, ...ended } = await runKernts(['-q', 'grows.ts'], {
      node,
      cwd,
      env: { NODE_OPTIONS: '--max-old-space-size=60' },
    });
    expect(ended.stderr).toContain('JavaScript heap out of memory');
    expect([ended.code, ended.signal]).toEqual([null, 'SIGABRT']);
    expect(names(profile)).toEqual(WORKED);
  });
});

test('a program with a handler of its own gets the signal after the profile is written', async () => {
  const outfile = join(cwd, 'listens.lprof');
  const { stdout, stderr, profile } = await runKernts(['listens.ts'], {
    cwd,
    outfile,
    on: { text: PID, act: (_, kernts) => kernts.kill('SIGUSR2') },
  });
  expect(stdout).toContain('heard');
  expect(stderr).toContain('Wrote');
  expect(names(profile)).toEqual(['work 3:3']);
});

test('a second Ctrl-C ends a program that ignores it and computes without a pause', async () => {
  const { profile, ...ended } = await runKernts(['-q', 'ignores.ts'], {
    cwd,
    on: {
      text: PID,
      async act(_, kernts) {
        kernts.kill('SIGINT');
        // Two signals at once may arrive as one.
        await pause(100);
        kernts.kill('SIGINT');
      },
    },
  });
  expect(ended).toMatchObject({ code: null, signal: 'SIGINT' });
  expect(names(profile)).toEqual(WORKED);
});

test('threads that still run, where the main one counts nothing, at a signal', async () => {
  const outfile = join(cwd, 'thread.lprof');
  let soFar: Profile | undefined;
  const { stderr, profile } = await runKernts(['starts-thread.ts'], {
    cwd,
    outfile,
    on: {
      text: PID,
      async act(_, kernts) {
        kernts.kill('SIGUSR2');
        soFar = await written(outfile, hasWorked);
        kernts.kill('SIGINT');
      },
    },
  });
  expect(names(soFar ?? null)).toEqual(WORKED);
  expect(stderr).toContain('Wrote the profile so far');
  expect(stderr).not.toContain('answered');
  expect(names(profile)).toEqual(WORKED);
});

test('another signal, and none', async () => {
  const outfile = join(cwd, 'other.lprof');
  const other = await runKernts(['-q', '--dump-signal', 'SIGUSR1', 'waits.ts'], {
    cwd,
    outfile,
    on: {
      text: PID,
      act(_, kernts) {
        kernts.kill('SIGUSR1');
        void written(outfile).then(() => kernts.kill('SIGUSR2'));
      },
    },
  });
  expect(other).toMatchObject({ signal: 'SIGUSR2', stderr: '' });
  const none = await runKernts(['-q', '--dump-signal', 'none', 'listens.ts'], {
    cwd,
    on: { text: PID, act: (_, kernts) => kernts.kill('SIGUSR2') },
  });
  expect([none.stdout.includes('heard'), names(none.profile)]).toEqual([true, ['work 3:3']]);
});

test('there is nothing to write before marked code is loaded', async () => {
  const { stderr } = await runKernts(['unmarked.ts'], {
    cwd,
    on: {
      text: PID,
      act(_, kernts) {
        kernts.kill('SIGUSR2');
        kernts.stderr?.once('data', () => kernts.kill('SIGTERM'));
      },
    },
  });
  expect(stderr).toContain('No marked function has been loaded so far');
});

test('nothing but the profile is ever left', () => {
  const left = readdirSync(cwd).filter((name) => !/\.(ts|mjs|json|lprof)$/.test(name));
  expect(left).toEqual([]);
  for (const name of readdirSync(cwd).filter((one) => one.endsWith('.lprof'))) {
    expect(existsSync(join(cwd, name)) && JSON.parse(readFileSync(join(cwd, name), 'utf8'))).toBeTruthy();
  }
});
