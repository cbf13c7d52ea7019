/**
 * Isolates how much slower a whole program becomes: the four examples plain, counted and timed. Inside: the program's
 * own statements, timed from its first to its last, so neither Node's start nor the transformer is in it.
 * Whole process: the command as a user types it, against the same program under tsx alone. Every run is a process of
 * its own; plain, counted and timed alternate.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleInside, runInside } from '../inside-node.js';
import { command, tsx } from '../kernts.js';
import { alternate } from '../rounds.js';
import type { Context, Scenario, Table } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';
import { MODES, type Mode, makeVariants } from '../variants.js';

const EXAMPLES = ['julia', 'primes', 'bubble-sort', 'csv-report'];
const PROCESSES = 7;

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

type Job = { readonly example: string; readonly node: Context['nodes'][number]; readonly mode: Mode };

function rowsOf(jobs: readonly Job[], times: ReadonlyMap<Job, readonly number[]>) {
  return jobs
    .filter(({ mode }) => mode === 'plain')
    .map(({ example, node }) => {
      const of = (mode: Mode) =>
        times.get(jobs.find((job) => job.example === example && job.node === node && job.mode === mode) as Job) ?? [];
      const plain = medianOf(of('plain'));
      const ratio = (mode: Mode) => spreadOf(of(mode).map((time) => time / plain));
      return [example, node.name, spreadOf(of('plain')), ratio('off'), ratio('exact')];
    });
}

async function inside(jobs: readonly Job[], { folder, progress }: Context): Promise<Table> {
  const program = await bundleInside('run-once', folder);
  const variants = new Map(
    await Promise.all(
      EXAMPLES.map(
        async (example) =>
          [example, await makeVariants(pathOf(`examples/${example}.ts`), { folder, stopwatch: true })] as const,
      ),
    ),
  );
  const times = await alternate(jobs, PROCESSES, ({ example, node, mode }) => {
    progress(`${example} ${mode} on ${node.name}`);
    return runInside<number>(node.path, program, mode, variants.get(example)?.[mode] ?? '');
  });
  return {
    title: 'Inside the program',
    columns: ['example', 'Node', 'plain, ms', 'off, times plain', 'exact, times plain'],
    rows: rowsOf(jobs, times),
    notes: [`Medians over ${PROCESSES} processes each; in brackets the middle half of them.`],
  };
}

function runWhole({ example, node, mode }: Job, folder: string): number {
  const script = pathOf(`examples/${example}.ts`);
  const profiled = [command, '-q', '-l', '--timing', mode, '-o', join(folder, 'run.lprof'), script];
  const start = performance.now();
  const { status, stderr } = spawnSync(node.path, mode === 'plain' ? ['--import', tsx, script] : profiled);
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`${example} ${mode} on ${node.name} ended with ${status}: ${stderr}`);
  return elapsed;
}

async function wholeProcess(jobs: readonly Job[], { folder, progress }: Context): Promise<Table> {
  const times = await alternate(jobs, PROCESSES, async (job) => {
    progress(`the whole process: ${job.example} ${job.mode} on ${job.node.name}`);
    return runWhole(job, folder);
  });
  return {
    title: 'The whole process',
    columns: ['example', 'Node', 'tsx alone, ms', 'off, times plain', 'exact, times plain'],
    rows: rowsOf(jobs, times),
    notes: ['`kernts -q -l` against `node --import tsx`; the starts of both processes of kernts are in it.'],
  };
}

export const slowdown: Scenario = {
  name: 'slowdown',
  isolates: 'how much slower the four examples become',
  nodes: 'all',
  async run(context) {
    const jobs = EXAMPLES.flatMap((example) =>
      context.nodes.flatMap((node) => MODES.map((mode): Job => ({ example, node, mode }))),
    );
    return [await inside(jobs, context), await wholeProcess(jobs, context)];
  },
};
