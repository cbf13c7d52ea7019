import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BroadcastChannel, Worker } from 'node:worker_threads';
import type { ThreadNews } from '@kernts/runtime';
import { afterAll, expect, it, vi } from 'vitest';
import { keepThreads } from '../../src/launch/child/keep-threads.js';
import type { SessionConfig } from '../../src/launch/session.js';

const folder = mkdtempSync(join(tmpdir(), 'kernts-threads-'));
const channelName = `kernts ${basename(folder)}`;
afterAll(() => rmSync(folder, { recursive: true }));

const told: ThreadNews[] = [];
const keeper = keepThreads(folder, { timing: 'exact' } as SessionConfig, (news) => told.push(news));
const shared = { kind: 'kept', files: null } as const;

function startThread(shard: string): Worker {
  const message = `{ threadId, shard: ${JSON.stringify(shard)}, shared: ${JSON.stringify(shared)} }`;
  const code = `const { BroadcastChannel, threadId } = require('node:worker_threads');
    const channel = new BroadcastChannel(${JSON.stringify(channelName)});
    channel.postMessage(${message});
    channel.close();`;
  return new Worker(code, { eval: true });
}

it('keeps the memory of a thread no longer than the thread is there', async () => {
  const shard = join(folder, 'ended');
  const worker = startThread(shard);
  keeper?.add(worker);
  await once(worker, 'exit');
  const next = startThread(join(folder, 'next'));
  keeper?.add(next);
  expect(told.filter((news) => news.shard === shard)).toEqual([
    { kind: 'thread', shard, shared },
    { kind: 'thread-done', shard },
  ]);
  await once(next, 'exit');
});

it('keeps that of a thread which another thread started until it has written by itself', async () => {
  const channel = new BroadcastChannel(channelName);
  const [written, running] = [join(folder, 'written'), join(folder, 'running')];
  const isTold = (shard: string) => vi.waitFor(() => expect(told).toContainEqual({ kind: 'thread', shard, shared }));
  channel.postMessage({ threadId: 1001, shard: written, shared });
  await isTold(written);
  writeFileSync(`${written}.json`, '{}');
  channel.postMessage({ threadId: 1002, shard: running, shared });
  await isTold(running);
  channel.close();
  expect(told).toContainEqual({ kind: 'thread-done', shard: written });
});
