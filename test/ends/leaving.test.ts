/** A program that leaves by a door of its own loses nothing, whatever is open at that moment. */
import { afterAll, describe, expect, test } from 'vitest';
import { inTwos } from '../support/in-twos.js';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts } from '../support/run-kernts.js';

const count = `// @profile
function count(upTo: number): number {
  let n = 0;
  for (let i = 0; i < upTo; i++) n++;
  return n;
}
`;

/** Leaves in the middle of the second call. */
const leave = (how: string) => `// @profile
function work(round: number): number {
  let n = round;
  if (round === 2) ${how};
  n += 1;
  return n;
}
work(1);
work(2);
`;
const LEFT = 'work 3:2 4:2 5:1 6:1';

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'exit.ts': leave('process.exit(3)'),
  'really-exit.ts': leave('process.reallyExit(4)'),
  'abort.ts': leave('process.abort()'),
  'throw.ts': leave("throw new Error('not caught')"),
  'reject.ts': leave("void Promise.reject(new Error('not caught'))"),
  'kill.ts': leave("process.kill(process.pid, 'SIGTERM')"),
  'execve.ts': `import { writeSync } from 'node:fs';\n${count}count(5);
const { execve } = process as { execve?: (path: string, args: string[], env: object) => void };
if (execve === undefined) writeSync(1, 'no execve');
else execve('/bin/sh', ['sh', '-c', 'printf replaced'], process.env);
`,
  'in-listeners.ts': `${count}process.on('exit', () => {
  count(2);
  process.on('exit', () => count(100));
});
process.on('exit', () => count(3));
process.once('exit', () => { count(4); process.exit(6); });
process.on('exit', () => count(100));
count(1);
`,
  'throws-in-listener.ts': `${count}process.on('exit', () => { count(2); throw new Error('from a listener'); });\ncount(1);\n`,
  'looks.ts': `${count}count(1);
const doors = ['abort', 'reallyExit', 'emit'] as const;
console.log(JSON.stringify(doors.map((door) => {
  const leaving = process[door] as () => void;
  return [leaving.name, leaving.length, Function.prototype.toString.call(leaving).includes('native code')];
})), Object.keys(process).includes('emit'), process.emit === process.emit);
process.once('seen', () => console.log(new Error().stack?.includes('preload.cjs')));
process.emit('seen' as never);
const { emit } = process;
process.emit = ((...args: never[]) => { if (args[0] === 'exit') count(10); return Reflect.apply(emit, process, args); }) as never;
`,
});
afterAll(remove);

describe.concurrent.each(nodeMajors)('$name', ({ path: node }) => {
  const run = async (file: string) => {
    const { profile, ...ended } = await runKernts(['-q', file], { node, cwd });
    return { ...ended, hits: hitsOf(profile) };
  };

  test('in the middle of a marked function', async () => {
    await inTwos(
      (
        [
          ['exit.ts', { code: 3, signal: null }],
          ['really-exit.ts', { code: 4, signal: null }],
          ['abort.ts', { code: null, signal: 'SIGABRT' }],
          ['throw.ts', { code: 1, signal: null }],
        ] as const
      ).map(([file, end]) => async () => {
        expect(await run(file)).toMatchObject({ ...end, hits: [`${file}: ${LEFT}`] });
      }),
    );
  });

  test('after it, by a rejection or a signal to itself', async () => {
    expect(await run('reject.ts')).toMatchObject({ code: 1, hits: ['reject.ts: work 3:2 4:2 5:2 6:2'] });
    expect(await run('kill.ts')).toMatchObject({ signal: 'SIGTERM', hits: ['kill.ts: work 3:2 4:2 5:2 6:2'] });
  });

  test('by putting another program in its place', async () => {
    const { stdout, hits } = await run('execve.ts');
    expect(stdout).toMatch(/^replaced$|^no execve$/);
    expect(hits).toEqual(['execve.ts: count 4:1 5:6 6:1']);
  });

  test('with listeners to its exit that count', async () => {
    expect(await run('in-listeners.ts')).toMatchObject({ code: 6, hits: ['in-listeners.ts: count 3:4 4:14 5:4'] });
    expect(await run('throws-in-listener.ts')).toMatchObject({ hits: ['throws-in-listener.ts: count 3:2 4:5 5:2'] });
  });

  test('by doors that look as Node made them', async () => {
    const { stdout, hits } = await run('looks.ts');
    expect(stdout).toBe('[["abort",0,true],["reallyExit",0,true],["emit",1,false]] false true\nfalse\n');
    expect(hits).toEqual(['looks.ts: count 3:2 4:13 5:2']);
  });
});
