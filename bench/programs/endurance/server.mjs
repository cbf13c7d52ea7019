/** A server under load for as many seconds as its argument says; tells from time to time what memory it takes. */
import { Agent, createServer, get } from 'node:http';

const seconds = Number(process.argv[2]);
const CLIENTS = 16;
const SAMPLES = 10;

// @profile
function check(id) {
  const digit = id % 10;
  if (digit < 5) throw new RangeError('checked');
  return digit;
}

// @profile
async function handle(id) {
  const text = String(id);
  await null;
  if (id % 10 === 3) throw new Error(text);
  return text;
}

let thrown = 0;
function count(work) {
  try {
    return work();
  } catch {
    thrown++;
  }
}

const server = createServer(async ({ url }, response) => {
  const id = Number(url.slice(1));
  for (let round = 0; round < 100; round++) count(() => check(id + round));
  response.end(await handle(id).catch(() => 'failed'));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const request = (id) =>
  new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: server.address().port, path: `/${id}`, agent }, (response) => {
      response.resume().on('end', done);
    }).on('error', fail);
  });

const start = performance.now();
const samples = [];
let requests = 0;
async function client() {
  while (performance.now() - start < seconds * 1_000) {
    await request(requests++);
    if (performance.now() - start < ((samples.length + 1) / SAMPLES) * seconds * 1_000) continue;
    globalThis.gc?.();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    samples.push({ requests, thrown, rss, heapUsed, arrayBuffers });
  }
}
await Promise.all(Array.from({ length: CLIENTS }, client));
agent.destroy();
server.close();
console.log(JSON.stringify(samples));
