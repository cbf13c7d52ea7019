import PQueue from 'p-queue';
import { attempt, attemptLater, show } from './show.mjs';

const ticks = async (count) => {
  for (let n = 0; n < count; n++) await null;
};
for (const concurrency of [1, 2, 3, Number.POSITIVE_INFINITY]) {
  const queue = new PQueue({ concurrency });
  const order = [];
  for (const event of ['add', 'next', 'active', 'idle', 'empty', 'completed', 'error'])
    queue.on(event, () => order.push(event));
  const results = Array.from({ length: 8 }, (_, n) =>
    queue.add(
      async () => {
        order.push(`start ${n}`);
        await ticks((8 - n) * 3);
        if (n === 5) throw new Error(`job ${n}`);
        order.push(`end ${n}`);
        return n * n;
      },
      { priority: n % 3, id: `job${n}` },
    ),
  );
  attempt(`${concurrency} priority`, () => queue.setPriority('job7', 9));
  show(`${concurrency} waiting`, [queue.size, queue.pending, queue.sizeBy({ priority: 1 }), queue.isPaused]);
  await attemptLater(`${concurrency} settled`, async () =>
    (await Promise.allSettled(results)).map(({ status, value, reason }) => [status, value ?? reason.message]),
  );
  await queue.onIdle();
  show(`${concurrency} order`, order);
}
const paused = new PQueue({ autoStart: false, concurrency: 2 });
const seen = [];
const all = paused.addAll(
  ['a', 'b', 'c'].map((name) => async () => {
    await ticks(2);
    seen.push(name);
    return name;
  }),
);
show('paused', [paused.size, paused.isPaused, seen]);
paused.start();
show('all', await all);
paused.pause();
paused.add(async () => show('never', 1));
paused.clear();
show('cleared', paused.size);
await paused.onEmpty();
const aborting = new AbortController();
const queue = new PQueue({ concurrency: 1, timeout: 15, throwOnTimeout: true });
const first = queue.add(() => ticks(20));
const second = queue.add(() => 1, { signal: aborting.signal });
aborting.abort(new Error('gave up'));
await attemptLater('aborted', () => second);
await attemptLater('first', () => first);
await attemptLater('timeout', () => queue.add(() => new Promise(() => {})));
await attemptLater('not a function', () => queue.add(1));
await attemptLater('size less than', async () => {
  queue.concurrency = 4;
  for (let n = 0; n < 9; n++) queue.add(() => ticks(n));
  await queue.onSizeLessThan(3);
  return queue.size < 3;
});
for (const options of [{ concurrency: 0 }, { interval: -1 }, { intervalCap: 0 }, { concurrency: 'x' }])
  await attemptLater(JSON.stringify(options), () => new PQueue(options).concurrency);
const limited = new PQueue({ intervalCap: 2, interval: 20 });
await attemptLater('interval', () => limited.addAll(Array.from({ length: 6 }, (_, n) => () => n)));
