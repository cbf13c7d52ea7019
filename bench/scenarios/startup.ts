/**
 * Isolates what kernts adds to the start of a program: small TypeScript programs under the command, against the same
 * under tsx's command, as whole processes from outside. Both start a second process. They alternate, and each run is
 * compared with the tsx of its own round, so that what else the machine does hits both.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternate } from '../rounds.js';
import type { Cell, Context, Scenario, Table } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';

const ROUNDS = 21;

const program = (mark: string) => `interface Item { readonly price: number }
${mark}
function total(items: readonly Item[]): number {
  let sum = 0;
  for (const { price } of items) sum += price;
  return sum;
}
console.log(total([{ price: 20 }, { price: 22 }]));
`;
const PLAIN = program('// nothing here is profiled');
const MARKED = program('// @profile');

const fromCli = createRequire(new URL('../../packages/cli/package.json', import.meta.url));
const tsx = fromCli.resolve('tsx/cli');
const kernts = fileURLToPath(new URL('../../packages/cli/dist/bin.cjs', import.meta.url));

/** What is done to the cache before a run. */
const keep = () => undefined;
const empty = (cache: string) => rmSync(cache, { recursive: true, force: true });

interface Case {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly before: (cache: string) => void;
  readonly goal: Goal;
}

type Goal = { readonly kind: 'ratio'; readonly most: number } | { readonly kind: 'added'; readonly mostMs: number };

const CASES: readonly Case[] = [
  { name: 'nothing marked', script: 'plain.ts', args: [], before: keep, goal: { kind: 'ratio', most: 1.15 } },
  { name: 'nothing marked, -l', script: 'plain.ts', args: ['-l'], before: keep, goal: { kind: 'ratio', most: 1.15 } },
  {
    name: 'one marked file, cached',
    script: 'marked.ts',
    args: ['-l'],
    before: keep,
    goal: { kind: 'added', mostMs: 30 },
  },
  {
    name: 'one marked file, empty cache',
    script: 'marked.ts',
    args: ['-l'],
    before: empty,
    goal: { kind: 'added', mostMs: 150 },
  },
];

type Node = Context['nodes'][number];

interface Round {
  readonly tsxMs: number;
  readonly kerntsMs: number;
}

interface Job {
  readonly node: Node;
  readonly measured: Case;
}

/** Each Node keeps what it has compiled; a cache that is emptied is one of its own, or all others would run on it, too. */
function temporaryOf({ node, measured }: Job, folder: string): string {
  return join(folder, `${node.name}, ${measured.before === empty ? 'emptied' : 'kept'}`);
}

function elapsedMs(node: Node, args: readonly string[], cwd: string, temporary: string): number {
  const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: temporary };
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(node.path, args, { cwd, env, encoding: 'utf8' });
  const elapsed = performance.now() - start;
  if (status === 0 && stdout === '42\n') return elapsed;
  throw new Error(`${args.join(' ')} on ${node.name} ended with ${status} and printed ${stdout}${stderr}`);
}

function runRound(job: Job, folder: string): Round {
  const { node, measured } = job;
  const { script, args, before } = measured;
  const temporary = temporaryOf(job, folder);
  const outfile = join(folder, 'profile.lprof');
  const tsxMs = elapsedMs(node, [tsx, script], folder, temporary);
  before(join(temporary, `kernts-cache-${process.getuid?.()}`));
  const kerntsMs = elapsedMs(node, [kernts, '-q', '-o', outfile, ...args, script], folder, temporary);
  if (script === 'marked.ts' && !readFileSync(outfile, 'utf8').includes('"name":"total"')) {
    throw new Error(`${node.name} profiled nothing`);
  }
  rmSync(outfile, { force: true });
  return { tsxMs, kerntsMs };
}

const ratiosOf = (rounds: readonly Round[]) => rounds.map(({ tsxMs, kerntsMs }) => kerntsMs / tsxMs);
const addedOf = (rounds: readonly Round[]) => rounds.map(({ tsxMs, kerntsMs }) => kerntsMs - tsxMs);

function timesTable(jobs: readonly Job[], of: (job: Job) => readonly Round[]): Table {
  return {
    title: 'Whole processes',
    columns: ['program', 'Node', 'tsx, ms', 'kernts, ms', 'added, ms', 'times tsx'],
    rows: jobs.map((job) => {
      const rounds = of(job);
      return [
        job.measured.name,
        job.node.name,
        spreadOf(rounds.map(({ tsxMs }) => tsxMs)),
        spreadOf(rounds.map(({ kerntsMs }) => kerntsMs)),
        spreadOf(addedOf(rounds)),
        spreadOf(ratiosOf(rounds)),
      ];
    }),
    notes: [
      `Medians over ${ROUNDS} rounds; in brackets the middle half of them. Added and times are of the same round.`,
      'The cache is kernts’ own, of woven files and of its compiled code; what tsx keeps of its transforms is there in all of them.',
    ],
  };
}

function goalRow(measured: Case, of: (node: Node) => readonly Round[], nodes: readonly Node[]): readonly Cell[] {
  const { goal, name } = measured;
  const figures = nodes.map((node) => medianOf(goal.kind === 'ratio' ? ratiosOf(of(node)) : addedOf(of(node))));
  const most = goal.kind === 'ratio' ? goal.most : goal.mostMs;
  const asked = goal.kind === 'ratio' ? `at most ${goal.most} times tsx` : `at most ${goal.mostMs} ms more than tsx`;
  return [name, asked, ...figures, figures.every((figure) => figure <= most) ? 'yes' : 'no'];
}

export const startup: Scenario = {
  name: 'startup',
  nodes: 'all',
  isolates: 'what kernts adds to the start of a small TypeScript program, against the tsx command',
  async run({ nodes, folder, progress }) {
    const load = loadavg()[0] ?? 0;
    writeFileSync(join(folder, 'plain.ts'), PLAIN);
    writeFileSync(join(folder, 'marked.ts'), MARKED);
    const jobs = nodes.flatMap((node) => CASES.map((measured): Job => ({ node, measured })));
    for (const job of jobs) mkdirSync(temporaryOf(job, folder), { recursive: true });
    // Not counted: fills both caches.
    for (const job of jobs) runRound(job, folder);
    const rounds = await alternate(jobs, ROUNDS, async (job) => {
      progress(`${job.measured.name} on ${job.node.name}`);
      return runRound(job, folder);
    });
    const of = (job: Job) => rounds.get(job) ?? [];
    const ofCase = (measured: Case) => (node: Node) =>
      jobs.filter((job) => job.measured === measured && job.node === node).flatMap(of);
    return [
      {
        title: 'What is asked',
        columns: ['program', 'goal', ...nodes.map(({ name }) => name), 'reached'],
        rows: CASES.map((measured) => goalRow(measured, ofCase(measured), nodes)),
        notes: [
          'Medians of the table below.',
          `The machine had a load average of ${load.toFixed(1)} before: what ran besides makes the milliseconds more.`,
        ],
      },
      timesTable(jobs, of),
    ];
  },
};
