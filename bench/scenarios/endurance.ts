/**
 * Isolates whether kernts takes more and more memory: a server under load whose marked functions throw half a hundred
 * times per request, caught by code without marks. `ENDURANCE_SECONDS` says how long: 20 by default, 600 for ten minutes.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { kerntsArgs, tsx } from '../kernts.js';
import type { Scenario, Table } from '../scenario.js';

interface Sample {
  readonly requests: number;
  readonly thrown: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
}

const WAYS = ['plain', 'auto', 'exact'] as const;
type Way = (typeof WAYS)[number];

const execute = promisify(execFile);
const program = fileURLToPath(new URL('../programs/endurance/server.mjs', import.meta.url));
const seconds = Number(process.env['ENDURANCE_SECONDS'] ?? 20);

async function serve(node: string, folder: string, way: Way): Promise<readonly Sample[]> {
  const outfile = join(folder, `${way}.lprof`);
  const front = way === 'plain' ? ['--import', tsx] : kerntsArgs({ timing: way, outfile, targets: [] });
  const env = { ...process.env, NODE_OPTIONS: '--expose-gc' };
  const { stdout } = await execute(node, [...front, program, String(seconds)], { cwd: folder, env });
  return JSON.parse(stdout) as readonly Sample[];
}

function tableOf(way: Way, samples: readonly Sample[]): Table {
  const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
  return {
    title: `A server for ${seconds} seconds, ${way}`,
    columns: ['requests', 'caught throws', 'resident, MiB', 'heap after a collection, MiB', 'array buffers, MiB'],
    rows: samples.map(({ requests, thrown, rss, heapUsed, arrayBuffers }) => [
      requests,
      thrown,
      mebibytes(rss),
      mebibytes(heapUsed),
      mebibytes(arrayBuffers),
    ]),
    notes: ['One run. The counters of kernts are array buffers.'],
  };
}

export const endurance: Scenario = {
  name: 'endurance',
  isolates: 'whether memory grows while a profiled server is under load',
  nodes: 'first',
  async run({ nodes, folder, progress }) {
    const tables: Table[] = [];
    for (const way of WAYS) {
      progress(way);
      tables.push(tableOf(way, await serve(nodes[0]?.path ?? process.execPath, folder, way)));
    }
    return tables;
  },
};
