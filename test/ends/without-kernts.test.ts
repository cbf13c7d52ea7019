/** `KERNTS=1 node --import kernts/register`: programs that profile themselves. */
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, type RunOptions, readProfile, runNode } from '../support/run-kernts.js';

const work = (parameter = 'x') => `// @profile
function work(${parameter}) {
  const y = x + 1;
  return y;
}
for (let i = 0; i < 10; i++) work(i);
`;
const WORKED = 'work 3:10 4:10';

const { folder: cwd, remove } = makeProject({
  'module.mjs': work(),
  'common.cjs': `${work()}if (require.main !== module) throw new Error('not the main module');\n`,
  'imports.mjs': "import './common-part.cjs';\n",
  'common-part.cjs': work(),
  'typed.mts': `import './part.cts';\nenum Colour { Red }\n${work('x: number').replace('x + 1', 'x + Colour.Red')}`,
  'part.cts': work('x: number'),
  'stripped.mts': work('x: number'),
  'plain.mjs': 'console.log(process.env.KERNTS_SESSION, process.env.NODE_OPTIONS);\n',
  'throws.mjs': `${work()}throw new Error('not caught');\n`,
  'waits.mjs': `${work()}setInterval(() => {}, 1000);\nconsole.log(\`pid \${process.pid} \`);\n`,
  'busy.mjs': `${work()}console.log(\`pid \${process.pid} \`);\nfor (;;);\n`,
  'handles.mjs': `${work()}process.on('SIGTERM', () => { work(1); process.exit(7); });
setInterval(() => {}, 1000);
console.log(\`pid \${process.pid} \`);
`,
  'forks.mjs': `import { fork, spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
${work()}
if (process.argv[2] === undefined) {
  spawnSync(process.execPath, ['forks.mjs', 'spawned'], { stdio: 'inherit' });
  fork('forks.mjs', ['forked']);
  new Worker(new URL('module.mjs', import.meta.url));
}
`,
});
const temporary = join(cwd, 'tmp');
beforeAll(() => {
  mkdirSync(temporary);
  mkdirSync(join(cwd, 'node_modules'));
  const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url));
  symlinkSync(cli, join(cwd, 'node_modules', 'kernts'));
  symlinkSync(join(cli, 'node_modules', 'tsx'), join(cwd, 'node_modules', 'tsx'));
});
afterAll(remove);

const REGISTER = ['--import', 'kernts/register'];

let runs = 0;

/** `args` as after `node`. */
async function run(args: readonly string[], options: Partial<RunOptions> = {}) {
  const outfile = join(cwd, `own-${++runs}.lprof`);
  const env = { KERNTS: '1', KERNTS_QUIET: '1', KERNTS_OUTFILE: outfile, TMPDIR: temporary, ...options.env };
  const ended = await runNode(args, { ...options, cwd, env });
  return { ...ended, hits: hitsOf(readProfile(outfile)) };
}

describe.concurrent.each(nodeMajors)('$name', ({ path: node, name }) => {
  test('ES modules, CommonJS and both', async () => {
    expect((await run([...REGISTER, 'module.mjs'], { node })).hits).toEqual([`module.mjs: ${WORKED}`]);
    expect((await run([...REGISTER, 'common.cjs'], { node })).hits).toEqual([`common.cjs: ${WORKED}`]);
    expect((await run([...REGISTER, 'imports.mjs'], { node })).hits).toEqual([`common-part.cjs: ${WORKED}`]);
    expect((await run(['--require', 'kernts/register', 'common.cjs'], { node })).hits).toEqual([
      `common.cjs: ${WORKED}`,
    ]);
  });

  test('TypeScript by tsx', async () => {
    const { hits, stderr } = await run([...REGISTER, '--import', 'tsx', 'typed.mts'], { node });
    expect([[...hits].sort(), stderr]).toEqual([[`part.cts: ${WORKED}`, 'typed.mts: work 5:10 6:10'], '']);
  });

  test.skipIf(name === 'Node 20')('TypeScript by Node', async () => {
    const args = ['--disable-warning=ExperimentalWarning', ...REGISTER, 'stripped.mts'];
    expect((await run(args, { node })).hits).toEqual([`stripped.mts: ${WORKED}`]);
  });

  test('its processes and threads', async () => {
    expect((await run([...REGISTER, 'forks.mjs'], { node })).hits).toEqual([
      'forks.mjs: work 5:30 6:30',
      `module.mjs: ${WORKED}`,
    ]);
  });

  test('an uncaught error', async () => {
    const { code, hits, stderr } = await run([...REGISTER, 'throws.mjs'], { node });
    expect([code, hits]).toEqual([1, [`throws.mjs: ${WORKED}`]]);
    expect(stderr).toContain('Error: not caught');
  });

  test.each([
    ['waits.mjs', 'SIGINT'],
    ['waits.mjs', 'SIGQUIT'],
    ['busy.mjs', 'SIGTERM'],
  ] as const)('%s ends by %s', async (file, signal) => {
    const ended = await run([...REGISTER, file], {
      node,
      on: { text: /pid/, act: (_, program) => program.kill(signal) },
    });
    expect(ended).toMatchObject({ code: null, signal, hits: [`${file}: ${WORKED}`], stderr: '' });
  });

  test('a signal that the program handles itself', async () => {
    const ended = await run([...REGISTER, 'handles.mjs'], {
      node,
      on: { text: /pid/, act: (_, program) => program.kill('SIGTERM') },
    });
    expect(ended).toMatchObject({ code: 7, hits: ['handles.mjs: work 3:11 4:11'] });
  });

  test('nothing happens without the variable', async () => {
    const { stdout, hits } = await run([...REGISTER, 'plain.mjs'], { node, env: { KERNTS: 'off' } });
    expect([stdout, hits]).toEqual(['undefined \n', []]);
  });
});

test('what the environment asks for in vain', async () => {
  const timing = await run([...REGISTER, 'module.mjs'], { env: { KERNTS_TIMING: 'slow' } });
  expect([timing.code, timing.stdout]).toEqual([2, '']);
  expect(timing.stderr).toContain("KERNTS_TIMING cannot take 'slow'");
  const outfile = await run([...REGISTER, 'module.mjs'], { env: { KERNTS_OUTFILE: join(cwd, 'no', 'where') } });
  expect([outfile.code, outfile.stderr.includes('Cannot write ')]).toEqual([2, true]);
});

test('a loader that comes first is told of', async () => {
  const { stderr } = await run(['--import', 'tsx', ...REGISTER, 'typed.mts'], { env: { KERNTS_QUIET: '' } });
  expect(stderr).toContain('put `--import kernts/register` before');
});

test('the profile is named for the script, and nothing else is left', async () => {
  const { stderr } = await run([...REGISTER, 'module.mjs'], { env: { KERNTS_QUIET: '', KERNTS_OUTFILE: '' } });
  expect(stderr).toBe('Wrote profile results to module.mjs.lprof\n');
  expect(existsSync(join(cwd, 'module.mjs.lprof'))).toBe(true);
  expect((await run([...REGISTER, 'plain.mjs'])).stdout).toBe('undefined \n');
  expect(readdirSync(temporary).filter((one) => /^kernts-\w{6}$/.test(one))).toEqual([]);
});
