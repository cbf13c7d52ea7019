/** A server under load: with 20,000 requests, of which some throw, every hit is counted. */
import { afterAll, expect, test } from 'vitest';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts } from '../support/run-kernts.js';

const REQUESTS = 20_000;
const THROWING = REQUESTS / 10;

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'server.mts': `import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';

// @profile
async function handle(id: number): Promise<string> {
  const digits = String(id);
  await null;
  if (id % 10 === 3) {
    throw new Error(digits);
  }
  return digits;
}

// @profile
function check(id: number): void {
  if (id % 10 === 4) throw new RangeError('checked');
}

const server = createServer(async ({ url = '' }, response) => {
  const id = Number(url.slice(1));
  try {
    check(id);
  } catch {}
  try {
    response.end(await handle(id));
  } catch {
    response.statusCode = 500;
    response.end();
  }
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const request = (id: number) =>
  new Promise<boolean>((done, fail) => {
    get({ host: '127.0.0.1', port, path: \`/\${id}\`, agent }, (response) => {
      response.resume().on('end', () => done(response.statusCode === 500));
    }).on('error', fail);
  });

let [next, failed] = [0, 0];
async function client(): Promise<void> {
  while (next < ${REQUESTS}) if (await request(next++)) failed++;
}
await Promise.all(Array.from({ length: 32 }, client));
console.log('failed', failed);
agent.destroy();
server.close();
`,
});
afterAll(remove);

test('20,000 requests', async () => {
  const { stdout, code, profile } = await runKernts(['-q', 'server.mts'], { cwd });
  expect([code, stdout]).toEqual([0, `failed ${THROWING}\n`]);
  expect(hitsOf(profile)).toEqual([
    `server.mts: handle 6:${REQUESTS} 7:${REQUESTS} 8:${REQUESTS} 9:${THROWING} 11:${REQUESTS - THROWING}`,
    `server.mts: check 16:${REQUESTS}`,
  ]);
  expect(profile?.functions.map(({ calls }) => calls)).toEqual([REQUESTS, REQUESTS]);
});
