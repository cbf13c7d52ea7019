/**
 * Isolates the probes themselves (`packages/runtime/src/probes.ts` and `suspendable.ts`), called from a loop that does
 * nothing else, against a clock reading in the same process. Run it before and after a change to those files.
 */
import type { ProbeCost } from '../inside/probe-cost.js';
import { bundleInside, runInside } from '../inside-node.js';
import { alternate } from '../rounds.js';
import type { Scenario } from '../scenario.js';
import { spreadOf } from '../spread.js';

const PROCESSES = 7;

const PROBES: readonly (readonly [keyof ProbeCost, string])[] = [
  ['clock', '`performance.now()`'],
  ['count', 'count a hit'],
  ['line', 'begin a line: `p`'],
  ['resumedLine', 'come back to a line: `z`'],
  ['sharedLine', 'begin a line that may be open outside: `w`'],
  ['caughtLine', 'begin a `catch`: `c`'],
  ['call', 'begin and end a call: `n`, `e`'],
  ['suspendableLine', 'begin a line of an async function: `P`'],
  ['suspendableCall', 'begin and end an async call: `N`, `F`'],
  ['suspension', 'suspend and resume: `S`, `R`'],
];

export const probeCost: Scenario = {
  name: 'probe-cost',
  isolates: 'each probe by itself, called from a loop that does nothing else',
  nodes: 'all',
  async run({ nodes, folder, progress }) {
    const program = await bundleInside('probe-cost', folder);
    const answers = await alternate(nodes, PROCESSES, ({ name, path }) => {
      progress(name);
      return runInside<ProbeCost>(path, program);
    });
    const rows = PROBES.map(([probe, title]) => [
      title,
      ...nodes.map((node) => spreadOf((answers.get(node) ?? []).map((costs) => costs[probe]))),
    ]);
    const inReadings = PROBES.slice(1).map(([probe, title]) => [
      title,
      ...nodes.map((node) => spreadOf((answers.get(node) ?? []).map((costs) => costs[probe] / costs.clock))),
    ]);
    const notes = [`Medians over ${PROCESSES} processes; in brackets the middle half of them.`];
    const columns = ['probe', ...nodes.map(({ name }) => name)];
    return [
      { title: 'Nanoseconds per clock reading', columns, rows, notes },
      { title: 'In prices of a clock reading', columns, rows: inReadings, notes: [] },
    ];
  },
};
