/** The clustered server of the examples, under load and ended as its user would. */
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { makeProject } from './support/project.js';
import { hitsOf, runKernts, runNode, TSX } from './support/run-kernts.js';

const { folder: cwd, remove } = makeProject({});
afterAll(remove);

const example = (name: string) => fileURLToPath(new URL(`../examples/cluster-server/${name}`, import.meta.url));

const REQUESTS = 1_000;
/** "to be or not to be", 20 times, and what stands behind the last space. */
const WORDS = 121;

test('counts every request in all of its processes', async () => {
  let loaded: ReturnType<typeof runNode> | undefined;
  const load = async (port: string, kernts: ChildProcess) => {
    const ended = await runNode(['--import', TSX, example('load.ts')], { cwd, env: { PORT: port } });
    kernts.kill('SIGINT');
    return ended;
  };
  const { profile, code } = await runKernts(['-l', example('server.ts')], {
    cwd,
    env: { PORT: '0' },
    on: {
      text: /listening on http:\/\/127\.0\.0\.1:(\d+)/,
      act: ([, port = ''], kernts) => {
        loaded = load(port, kernts);
      },
    },
  });
  expect((await loaded)?.stdout).toBe(`${REQUESTS} answers\n`);
  expect(code).toBe(0);
  const hits = [
    `10:${REQUESTS}`,
    `11:${REQUESTS * (WORDS + 1)}`,
    `12:${REQUESTS * WORDS}`,
    `14:${REQUESTS}`,
    `15:${REQUESTS}`,
  ];
  expect(hitsOf(profile)).toEqual([`${example('server.ts')}: render ${hits.join(' ')}`]);
});
