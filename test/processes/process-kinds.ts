/** Processes. Each `main` is a script in TypeScript, and starts `child.cjs` or `child.mjs`, which hold `work`. */
import type { Kind } from './kind.js';

const from = (names: string, rest: string) => `import { ${names} } from 'node:child_process';\n${rest}`;
const NODE = 'process.execPath';

export const processKinds: readonly Kind[] = [
  {
    name: '`fork`',
    onAll: true,
    main: from('fork', "fork('./child.cjs'); fork('./child.mjs'); fork('./child.cjs', { execArgv: [] });"),
    runs: { 'child.cjs': 2, 'child.mjs': 1 },
  },
  {
    name: '`spawn`, `execFile` and `exec` of node',
    onAll: true,
    main: from(
      'exec, execFile, spawn',
      `spawn(${NODE}, ['child.cjs']); execFile(${NODE}, ['child.mjs']); exec('node child.mjs');`,
    ),
    runs: { 'child.cjs': 1, 'child.mjs': 2 },
  },
  {
    name: '`spawnSync`, `execFileSync` and `execSync` of node',
    onAll: false,
    main: from(
      'execFileSync, execSync, spawnSync',
      `spawnSync(${NODE}, ['child.cjs']); execFileSync(${NODE}, ['child.mjs']); execSync('node child.mjs');`,
    ),
    runs: { 'child.cjs': 1, 'child.mjs': 2 },
  },
  {
    name: 'with `env: {}`, or with `NODE_OPTIONS` of its own',
    onAll: true,
    main: from(
      'fork, spawn, spawnSync',
      `spawnSync(${NODE}, ['child.cjs'], { env: {} });
fork('./child.cjs', { env: {}, execArgv: [] });
spawn(${NODE}, ['child.mjs'], { env: { NODE_OPTIONS: '--max-old-space-size=99' } });`,
    ),
    runs: { 'child.cjs': 2, 'child.mjs': 1 },
  },
  {
    name: 'shells between',
    onAll: false,
    main: from('exec', "exec('sh between.sh');"),
    files: { 'between.sh': 'node child.cjs\nsh -c "node child.mjs; node child.mjs"\n' },
    runs: { 'child.cjs': 1, 'child.mjs': 2 },
  },
  {
    name: 'processes of processes',
    onAll: false,
    main: from('fork', "fork('./between.cjs', { execArgv: [], env: {} });"),
    files: {
      'between.cjs': `require('child_process').execFileSync(${NODE}, ['between.mjs'], { env: {} });`,
      'between.mjs': from('spawnSync', `spawnSync(${NODE}, ['child.cjs']);`),
    },
    runs: { 'child.cjs': 1 },
  },
  {
    name: '`cluster`',
    onAll: true,
    main: `import cluster from 'node:cluster';
cluster.setupPrimary({ exec: './child.cjs' });
cluster.on('online', (worker) => worker.disconnect());
for (let n = 0; n < 3; n++) cluster.fork();`,
    runs: { 'child.cjs': 3 },
  },
  {
    name: 'a pool of processes (tinypool)',
    onAll: false,
    main: `import { Tinypool } from 'tinypool';
void (async () => {
  const pool = new Tinypool({ filename: new URL('file://' + process.cwd() + '/task.mjs').href, runtime: 'child_process', minThreads: 2, maxThreads: 2 });
  await Promise.all(Array.from({ length: 8 }, () => pool.run(10)));
  await pool.destroy();
})();`,
    files: { 'task.mjs': 'import { work } from "./task-work.cjs";\nexport default (n) => work(n);\n' },
    runs: { 'task-work.cjs': 8 },
  },
];
