import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { listShards, makeShareGiver } from '../../src/launch/parent/read-shards.js';
import { createFolders } from '../../src/launch/session.js';
import { functionOf, lineOf, profileOf } from '../sample-profile.js';

const folder = mkdtempSync(join(tmpdir(), 'kernts-shards-'));
createFolders(folder);
const leave = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(join(folder, 'shards', name), '');
};
leave('1790000000002-7-0.started', '1790000000002-7-0.json');
leave('1790000000001-7-0.started', '1790000000001-7-0.interim', '1790000000001-7-0.json');
leave('1790000000003-9-4.started', '1790000000003-9-4.interim');
leave('1790000000004-9-5.started', '1790000000004-9-5.interim.9.tmp');
afterAll(() => rmSync(folder, { recursive: true }));

it('tells threads apart whose pid was used again, in the order in which they began', () => {
  const { shards, lost } = listShards(folder);
  expect(shards).toEqual([
    { pid: 7, threadId: 0, file: '1790000000001-7-0.json', isCutOff: false },
    { pid: 7, threadId: 0, file: '1790000000002-7-0.json', isCutOff: false },
    { pid: 9, threadId: 4, file: '1790000000003-9-4.interim', isCutOff: true },
  ]);
  expect(lost).toEqual([{ pid: 9, threadId: 5 }]);
});

it('gives a thread what it touched', () => {
  const hit = lineOf({ line: 5, hits: 2 });
  const functions = [
    functionOf({ calls: 0, totalNs: 0, lines: [lineOf({ line: 1 })] }),
    functionOf({ calls: 2, totalNs: 0, lines: [lineOf({ line: 4 }), hit] }),
  ];
  const { shares } = makeShareGiver()(profileOf({ functions }), { pid: 7, threadId: 1, file: '', isCutOff: true });
  expect(shares).toEqual([
    {
      pid: 7,
      threadId: 1,
      command: ['w.ts'],
      startedAt: '2026-01-02T03:04:05.000Z',
      wallNs: 2e9,
      isCutOff: true,
      functions: [{ fn: 1, calls: 2, totalNs: 0, lines: [hit] }],
    },
  ]);
});

it('leaves lines out where they become too many, and keeps calls and time', () => {
  const withShare = makeShareGiver(3);
  const linesOf = (...numbers: readonly number[]) => {
    const lines = numbers.map((line) => lineOf({ line, hits: 1 }));
    const { shares } = withShare(profileOf({ functions: [functionOf({ lines })] }), {
      pid: 7,
      threadId: 0,
      file: '',
      isCutOff: false,
    });
    return shares?.[0]?.functions.map((one) => [one.calls, one.lines.length]);
  };
  expect([linesOf(1, 2), linesOf(1, 2), linesOf(1)]).toEqual([[[1, 2]], [[1, 0]], [[1, 1]]]);
});
