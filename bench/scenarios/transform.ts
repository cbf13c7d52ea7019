/**
 * Isolates what instrumenting costs: the text of all of TypeScript's compiler, every function of it, by kernts and by
 * the counters of istanbul, which most coverage is made with. Every run is a fresh process, as a loader or a build
 * would be; the tools alternate. Only instrumenting is timed: neither Node's start nor loading the tool.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Instrumented } from '../inside/instrument-once.js';
import { bundleInside, runInside } from '../inside-node.js';
import { alternate } from '../rounds.js';
import type { Scenario, Table } from '../scenario.js';
import { spreadOf } from '../spread.js';

const PROCESSES = 3;
/** What the others are compared with. */
const BASE = 'kernts, exact';
const TOOLS = [
  BASE,
  'kernts, exact, with its map',
  'kernts, off',
  'kernts, off, with its map',
  '@babel/core with no plugin',
  'babel-plugin-istanbul',
  'babel-plugin-istanbul, with a map',
  'istanbul-lib-instrument',
  'istanbul-lib-instrument, with a map',
] as const;
type Tool = (typeof TOOLS)[number];

const packages = fileURLToPath(new URL('../../test/libraries/package.json', import.meta.url));
const { resolve } = createRequire(packages);

/** Times the base of the same round: what the machine did meanwhile is in both. */
function timesBase(runs: readonly Instrumented[], base: readonly Instrumented[]): number[] {
  return runs.map(({ ms }, round) => ms / (base[round]?.ms ?? Number.NaN));
}

function tableOf(runs: ReadonlyMap<Tool, readonly Instrumented[]>, source: string): Table {
  const base = runs.get(BASE) ?? [];
  return {
    title: `typescript.js, ${(source.length / 1e6).toFixed(1)} million characters`,
    columns: ['instrumenter', 'seconds', `times ${BASE}`, 'size, times the source'],
    rows: TOOLS.map((tool) => {
      const own = runs.get(tool) ?? [];
      return [
        tool,
        spreadOf(own.map(({ ms }) => ms / 1_000)),
        spreadOf(timesBase(own, base)),
        (own[0]?.size ?? Number.NaN) / source.length,
      ];
    }),
    notes: [
      `Medians over ${PROCESSES} processes each; in brackets the middle half of them. One run each in every round, and the ratio is that of the same round.`,
      '`@babel/core` with no plugin only parses and prints. A map is counted in the time, not in the size. kernts makes its map when it is first asked for.',
    ],
  };
}

export const transform: Scenario = {
  name: 'transform',
  isolates: 'what instrumenting a large file costs, beside istanbul',
  nodes: 'first',
  async run({ nodes, folder, progress }) {
    const program = await bundleInside('instrument-once', folder);
    const path = resolve('typescript');
    const node = nodes[0]?.path ?? process.execPath;
    const runs = await alternate(TOOLS, PROCESSES, (tool) => {
      progress(tool);
      return runInside<Instrumented>(node, program, packages, tool, path);
    });
    return [tableOf(runs, readFileSync(path, 'utf8'))];
  },
};
