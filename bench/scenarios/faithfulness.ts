/**
 * Isolates whether times are right: programs whose lines take known times, from some nanoseconds to milliseconds, in
 * loops, recursion, callbacks and around `await`. What is true is measured in the same round without kernts.
 */

import { awaitTable } from '../faithfulness/await-table.js';
import { cases } from '../faithfulness/cases.js';
import { type Comparison, compare } from '../faithfulness/compare.js';
import { Workshop } from '../faithfulness/run-case.js';
import { JUDGED, tablesOf } from '../faithfulness/tables.js';
import type { Scenario, Table } from '../scenario.js';

const ROUNDS = 3;

export const faithfulness: Scenario = {
  name: 'faithfulness',
  isolates: 'how right times are, against programs whose lines take known times',
  nodes: 'first',
  async run({ nodes, folder, progress, mostRounds }) {
    const times = Math.min(ROUNDS, mostRounds);
    Workshop.prepare(folder);
    const tables: Table[] = [];
    for (const { name: node, path } of nodes) {
      const workshop = new Workshop(folder, path);
      const results = new Map(
        cases.map((program) => [program, { auto: [] as Comparison[], exact: [] as Comparison[] }]),
      );
      for (let round = 0; round < times; round++) {
        for (const [program, rounds] of results) {
          progress(`${program.name} on ${node}`);
          const aloneNs = await workshop.known(program.lines);
          const { totalNs } = await workshop.plain(program);
          for (const timing of JUDGED) {
            rounds[timing].push(compare(program, aloneNs, totalNs, await workshop.profiled(program, timing)));
          }
        }
      }
      progress(`waiting on ${node}`);
      tables.push(...tablesOf(results, node), await awaitTable(workshop, times, node));
    }
    return tables;
  },
};
