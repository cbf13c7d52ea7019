/**
 * Isolates what kernts adds to a line that does almost nothing: the same function plain, counted and timed, side by
 * side in one process, against the price of a clock reading in that process. Processes alternate between the Nodes.
 */
import { fileURLToPath } from 'node:url';
import type { LineCost } from '../inside/line-cost.js';
import { bundleInside, runInside } from '../inside-node.js';
import { alternate } from '../rounds.js';
import type { Scenario } from '../scenario.js';
import { spreadOf } from '../spread.js';
import { makeVariants } from '../variants.js';

const PROGRAMS = ['straight', 'calls', 'recursion'];
const PROCESSES = 7;
const ROUNDS = 12_000;

export const lineCost: Scenario = {
  name: 'line-cost',
  isolates: 'what kernts adds to a line that does almost nothing, against the price of a clock reading',
  nodes: 'all',
  async run({ nodes, folder, progress }) {
    const program = await bundleInside('line-cost', folder);
    const jobs = [];
    for (const name of PROGRAMS) {
      const path = fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url));
      const { plain, off, exact } = await makeVariants(path, { folder });
      jobs.push(...nodes.map((node) => ({ name, node, args: [plain, off, exact, String(ROUNDS)] })));
    }
    const answers = await alternate(jobs, PROCESSES, ({ name, node, args }) => {
      progress(`${name} on ${node.name}`);
      return runInside<LineCost>(node.path, program, ...args);
    });
    const rows = jobs.map((job) => {
      const of = (value: (cost: LineCost) => number) => spreadOf((answers.get(job) ?? []).map(value));
      return [
        job.name,
        job.node.name,
        of((cost) => cost.clockNs),
        of((cost) => cost.perReadingNs),
        of((cost) => cost.perReadingNs / cost.clockNs),
        of((cost) => cost.probeCostNs),
        of((cost) => cost.perHitNs),
        of((cost) => cost.countingNs),
      ];
    });
    return [
      {
        title: 'Cost of a line',
        columns: [
          'program',
          'Node',
          'clock reading, ns',
          'exact, ns per reading',
          'in clock readings',
          'subtracted, ns per reading',
          'exact, ns per hit',
          'off, ns per hit',
        ],
        rows,
        notes: [
          `Medians over ${PROCESSES} processes of medians over 31 interleaved rounds; in brackets the middle half of the processes.`,
          'A loop header reads the clock once per round and a call twice, so a hit can cost more or less than a reading.',
        ],
      },
    ];
  },
};
