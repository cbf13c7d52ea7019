/**
 * Isolates what each way to look into a program costs it: small classics and real libraries, plain, under kernts in all
 * its timings, and under what else there is, all in one run. Every run is a process of its own that times itself; they
 * alternate, and each has to show that it counted and computed the same.
 */
import { contendersWith } from '../cost/contenders.js';
import { programs } from '../cost/programs.js';
import { ROUNDS, race } from '../cost/race.js';
import { runContender } from '../cost/run-contender.js';
import { tablesOf } from '../cost/tables.js';
import { writePrograms } from '../cost/write-programs.js';
import { findPython } from '../python.js';
import type { Scenario, Table } from '../scenario.js';

export const cost: Scenario = {
  name: 'cost',
  isolates:
    'how much slower programs become under kernts, beside coverage, a sampling profiler and a map per statement',
  nodes: 'first',
  async run({ nodes, folder, progress, mostRounds }) {
    const rounds = Math.min(ROUNDS, mostRounds);
    const python = findPython();
    const contenders = contendersWith(python);
    progress('writing the programs');
    await writePrograms(folder, programs);
    const tables: Table[] = [];
    for (const { name, path } of nodes) {
      const result = await race(programs, contenders, rounds, (contender, program) => {
        progress(`${program.name}, ${contender.name} on ${name}`);
        return runContender(contender, program, { node: path, python, folder });
      });
      tables.push(...tablesOf(result, contenders, name));
    }
    const reason = python.found ? `Python: ${python.versions}.` : `Without Python: ${python.reason}.`;
    return [...tables, { title: 'Python', columns: [], rows: [], notes: [reason] }];
  },
};
