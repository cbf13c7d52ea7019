/**
 * Isolates what the model costs on the same work: the Julia set in Python, plain and under `kernprof -l`, against
 * TypeScript, plain and under kernts. Both measure their marked work from within; runs alternate.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleInside, runInside } from '../inside-node.js';
import { findPython } from '../python.js';
import { alternate } from '../rounds.js';
import type { Scenario } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';
import { makeVariants } from '../variants.js';

const PROCESSES = 9;
/** Of `calcPoint`, the same in both: five lines of the loop, its last test, and five lines around it. */
const LINE_HITS = 5 * 254 * 8_971 + 10_000 + 5 * 10_000;

const execute = promisify(execFile);
const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const kernprof: Scenario = {
  name: 'kernprof',
  isolates:
    'what profiling every line of the Julia set costs in Python with line_profiler and in TypeScript with kernts',
  nodes: 'all',
  async run({ nodes, folder, progress }) {
    const python = findPython();
    const script = pathOf('bench/kernprof-julia.py');
    const inside = await bundleInside('run-once', folder);
    const variants = await makeVariants(pathOf('examples/julia.ts'), { folder, stopwatch: true });

    /** Both print the milliseconds or seconds of their work last; kernprof adds a line of its own. */
    const runPython = async (command: string, ...args: readonly string[]) => {
      const { stdout } = await execute(command, args);
      return Number(/^\d+\.\d+$/m.exec(stdout)?.[0]) * 1000;
    };
    const jobs = nodes.map(({ name, path }) => ({
      name: `kernts on ${name}`,
      plain: () => runInside<number>(path, inside, 'plain', variants.plain),
      profiled: () => runInside<number>(path, inside, 'exact', variants.exact),
    }));
    if (python.found) {
      jobs.push({
        name: python.versions,
        plain: () => runPython(python.python, script),
        profiled: () => runPython(python.kernprof, '-l', '-o', join(folder, 'julia.py.lprof'), script),
      });
    }
    const times = await alternate(jobs, PROCESSES, async ({ name, plain, profiled }) => {
      progress(name);
      return { plain: await plain(), profiled: await profiled() };
    });
    const rows = jobs.map((job) => {
      const runs = times.get(job) ?? [];
      const plain = medianOf(runs.map((run) => run.plain));
      return [
        job.name,
        spreadOf(runs.map((run) => run.plain)),
        spreadOf(runs.map((run) => run.profiled)),
        spreadOf(runs.map((run) => run.profiled / plain)),
        spreadOf(runs.map((run) => ((run.profiled - plain) * 1e6) / LINE_HITS)),
      ];
    });
    return [
      {
        title: 'The Julia set, line by line',
        columns: ['profiler', 'plain, ms', 'profiled, ms', 'times plain', 'ns per line hit'],
        rows,
        notes: [
          `Medians over ${PROCESSES} processes each; in brackets the middle half of them.`,
          ...(python.found ? [] : [`Without Python: ${python.reason}.`]),
        ],
      },
    ];
  },
};
