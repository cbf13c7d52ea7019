/** Threads. Each `main` starts `thread.cjs`, which holds `work` and then waits where it is told to. */
import { createHash } from 'node:crypto';
import { type Kind, work } from './kind.js';

const from = (rest: string) => `import { Worker, SHARE_ENV } from 'node:worker_threads';
const once = (worker: Worker, event: string) => new Promise((done) => worker.once(event, done));
${rest}`;
const pooled = (rest: string) => `void (async () => {
  const filename = new URL('file://' + process.cwd() + '/task.mjs').href;
  ${rest}
  await Promise.all(Array.from({ length: 8 }, () => pool.run(10)));
  await pool.destroy();
})();`;
const task = { 'task.mjs': 'import { work } from "./task-work.cjs";\nexport default (n) => work(n);\n' };
const EVAL = `new Worker("require('./thread.cjs')", { eval: true });`;
const DATA = `new Worker(new URL('data:text/javascript,' + encodeURIComponent('import "file://' + process.cwd() + '/thread.cjs"')));`;

/** Code without a file is listed by its text. */
const hash = createHash('sha256').update(work).digest('hex').slice(0, 8);

export const threadKinds: readonly Kind[] = [
  {
    name: '`Worker`',
    onAll: false,
    main: from("new Worker('./thread.cjs'); new Worker('./thread.cjs');"),
    runs: { 'thread.cjs': 2 },
  },
  {
    name: 'with `env`, `SHARE_ENV` or `execArgv` of its own',
    onAll: true,
    main: from(`new Worker('./thread.cjs', { env: {} });
new Worker('./thread.cjs', { env: process.env });
new Worker('./thread.cjs', { env: SHARE_ENV });
new Worker('./thread.cjs', { execArgv: [] });
new Worker('./thread.cjs', { execArgv: ['--no-warnings'], env: { A: 'b' } });`),
    runs: { 'thread.cjs': 5 },
  },
  { name: 'with `eval: true`, or from a `data:` URL', onAll: true, main: from(EVAL + DATA), runs: { 'thread.cjs': 2 } },
  {
    name: 'code of a thread with `eval: true`, or in a `data:` URL',
    onAll: true,
    main: from(`const code = ${JSON.stringify(work)};
new Worker(code, { eval: true });
new Worker(new URL('data:text/javascript,' + encodeURIComponent(code)));`),
    runs: { [`[data ${hash}].js`]: 1, [`[eval ${hash}].js`]: 1 },
  },
  {
    name: 'threads of threads',
    onAll: false,
    main: from("new Worker('./between.cjs', { env: {} });"),
    files: { 'between.cjs': "new (require('worker_threads').Worker)('./thread.cjs', { execArgv: [] });" },
    runs: { 'thread.cjs': 1 },
  },
  {
    name: 'under `terminate()`',
    onAll: true,
    main: from(`void (async () => {
  const workers = ['a', 'b'].map((name) => new Worker('./thread.cjs', { argv: ['waits', name] }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  await Promise.all(workers.map((worker) => worker.terminate()));
})();`),
    runs: { 'thread.cjs': 2 },
  },
  {
    name: 'still running at `process.exit()`',
    onAll: false,
    main: from(`void (async () => {
  await once(new Worker('./thread.cjs', { argv: ['waits'] }), 'message');
  process.exit(0);
})();`),
    runs: { 'thread.cjs': 1 },
  },
  {
    name: 'pools of threads (piscina, tinypool)',
    onAll: false,
    main: `import { Tinypool } from 'tinypool';\nimport Piscina from 'piscina';\n${pooled(
      'const pool = new Tinypool({ filename, minThreads: 2, maxThreads: 2 });',
    )}\n${pooled('const pool = new Piscina({ filename, minThreads: 2, maxThreads: 2 });')}`,
    files: task,
    runs: { 'task-work.cjs': 16 },
  },
];
