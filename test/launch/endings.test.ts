/** However a program ends, it ends as without kernts, and its profile is written. */
import { afterAll, describe, expect, test } from 'vitest';
import { inTwos } from '../support/in-twos.js';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, type RunOptions, runKernts } from '../support/run-kernts.js';

const work = `// @profile
function work(): number {
  return 1;
}
work();
`;

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'exits.ts': `${work}setInterval(() => {}, 1000);\nsetTimeout(() => process.exit(3), 1);\n`,
  'exit-code.ts': `${work}process.exitCode = 4;\n`,
  'throws.ts': `${work}throw new Error('not caught');\n`,
  'rejects.ts': `${work}void Promise.reject(new Error('not caught'));\n`,
  'breaks-builtins.ts': `${work}for (const name of ['map', 'forEach', 'flatMap', 'sort', 'filter', 'push', 'keys']) {
  Object.assign(Array.prototype, { [name]: undefined });
}
Object.defineProperty(Array.prototype, '2', { get: () => 'own', set: () => { throw new Error('set'); } });
Object.assign(Map.prototype, { get: undefined, set: undefined });
process.exitCode = 5;
`,
  'waits.ts': `${work}setInterval(() => {}, 1000);\nconsole.log(\`pid \${process.pid} \`);\n`,
  'handles.ts': `${work}let seen = 0;
process.on('SIGINT', () => {
  console.log('seen', ++seen);
  setTimeout(() => { work(); process.exit(7); }, 100);
});
console.log(\`pid \${process.pid} \`);
setInterval(() => {}, 1000);
`,
  'busy.ts': `// @profile
function work(): number {
  let n = 0;
  console.log(\`pid \${process.pid} \`);
  for (;;) n++;
  return n;
}
work();
`,
  // As signal-exit does it, which execa and ink build on: it acts only when it is the only listener.
  'listens-alone.ts': `${work}const end = () => {
  if (process.listeners('SIGTERM').length > 1 || process.listenerCount('SIGTERM') > 1) return;
  process.off('SIGTERM', end);
  process.kill(process.pid, 'SIGTERM');
};
process.on('SIGTERM', end);
console.log(\`pid \${process.pid} \`);
setInterval(() => {}, 1000);
`,
  'killed.ts': `${work}process.kill(process.pid, 'SIGKILL');\n`,
  'no-syntax.ts': 'let x = ;\n',
  'uncalled.ts': '// @profile\nfunction never(): number {\n  return 1;\n}\nconsole.log(typeof never);\n',
});
afterAll(remove);

const worked = (file: string) => [`${file}: work 3:1`];
type Act = NonNullable<RunOptions['on']>['act'];
const PID = /pid (\d+) /;

describe.concurrent.each(nodeMajors)('$name', ({ path: node }) => {
  test.each([
    ['exits.ts', 3],
    ['exit-code.ts', 4],
    ['throws.ts', 1],
    ['rejects.ts', 1],
    ['breaks-builtins.ts', 5],
  ])('%s', async (file, code) => {
    const ended = await runKernts(['-q', file], { node, cwd });
    expect({ code: ended.code, signal: ended.signal }).toEqual({ code, signal: null });
    expect(hitsOf(ended.profile)).toEqual(worked(file));
    expect(ended.stderr).toContain(code === 1 ? 'Error: not caught' : '');
  });

  test('a program that ends itself when nobody else listens', async () => {
    const { profile, ...ended } = await runKernts(['-q', 'listens-alone.ts'], {
      node,
      cwd,
      on: { text: PID, act: (_, kernts) => kernts.kill('SIGTERM') },
    });
    expect(ended).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' });
    expect(hitsOf(profile)).toEqual(worked('listens-alone.ts'));
  });

  test('a program that leaves no time to write', async () => {
    const { profile, signal, stderr } = await runKernts(['killed.ts'], { node, cwd });
    expect({ profile, signal }).toEqual({ profile: null, signal: 'SIGKILL' });
    expect(stderr).toContain('The program ended by SIGKILL before it could write its profile');
  });

  test('an unmarked script that cannot be parsed', async () => {
    const { profile, code, stderr } = await runKernts(['no-syntax.ts'], { node, cwd });
    expect({ profile, code }).toEqual({ profile: null, code: 2 });
    expect(stderr).toContain('no-syntax.ts:1:9: syntax error: Unexpected token; correct it and run again.');
  });

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

  test('a signal to kernts or to the program', async () => {
    const sends: readonly ((signal: NodeJS.Signals) => Act)[] = [
      (signal) => (_, kernts) => kernts.kill(signal),
      (signal) => (match) => process.kill(Number(match[1]), signal),
    ];
    await inTwos(
      sends.flatMap((send) =>
        signals.map((signal) => async () => {
          const { profile, ...ended } = await runKernts(['-q', 'waits.ts'], {
            node,
            cwd,
            on: { text: PID, act: send(signal) },
          });
          expect(ended).toMatchObject({ code: null, signal, stderr: '' });
          expect(hitsOf(profile)).toEqual(worked('waits.ts'));
        }),
      ),
    );
  });

  test('a signal that the program handles itself reaches it once', async () => {
    const ended = await runKernts(['-q', 'handles.ts'], {
      node,
      cwd,
      on: { text: PID, act: (_, kernts) => kernts.kill('SIGINT') },
    });
    expect(ended).toMatchObject({ code: 7, signal: null });
    expect(ended.stdout).toMatch(/seen 1\n$/);
    expect(hitsOf(ended.profile)).toEqual(['handles.ts: work 3:2']);
  });

  test('a program that computes without a pause', async () => {
    const { profile, ...ended } = await runKernts(['-q', 'busy.ts'], {
      node,
      cwd,
      on: { text: PID, act: (_, kernts) => setTimeout(() => kernts.kill('SIGINT'), 200) },
    });
    expect(ended).toMatchObject({ code: null, signal: 'SIGINT', stderr: '' });
    expect(profile?.functions[0]?.lines.map(({ line, hits }) => [line, hits > 0])).toEqual([
      [3, true],
      [4, true],
      [5, true],
      [6, false],
    ]);
  });
});

test('a marked function that is never called is listed without hits', async () => {
  const { profile, code, stderr } = await runKernts(['uncalled.ts'], { cwd });
  expect({ code, hits: hitsOf(profile) }).toEqual({ code: 0, hits: ['uncalled.ts: never 3:0'] });
  expect(stderr).toMatch(/^Wrote profile results to/);
});
