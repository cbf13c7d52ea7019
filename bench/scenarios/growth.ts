/**
 * Isolates how kernts's cost grows: per hit, from a thousand hits to a thousand million of them, and from one profiled
 * line to 50,000, with what starting, writing and memory come to. Every run is a process of its own; they alternate.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Grown, runGrowing, WAYS, type Way } from '../growth/run-growing.js';
import { programWith } from '../growth/sites.js';
import { alternate } from '../rounds.js';
import type { Cell, Context, Scenario, Table } from '../scenario.js';
import { spreadOf } from '../spread.js';

const PROFILED = WAYS.filter((way) => way !== 'plain');
const HITS = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const LINES = [1, 10, 100, 1_000, 10_000, 50_000];
const ROUNDS = 3;
const LONGEST_MS = 60_000;
const LONG_MS = 3_000;
const MOST_EXACT = 1e8;
/** In all lines together, so that the sizes compare. */
const HITS_OF_LINES = 5e7;

const programs = fileURLToPath(new URL('../programs/growth', import.meta.url));

type Node = Context['nodes'][number];
type Measured = ReadonlyMap<number, ReadonlyMap<Way, readonly Grown[]>>;

function rowsOf(measured: Measured, value: (grown: Grown, plain: Grown) => number): Cell[][] {
  return [...measured].map(([size, runs]) => [
    size.toLocaleString('en'),
    ...PROFILED.map((way): Cell => {
      const plain = runs.get('plain') ?? [];
      const values = (runs.get(way) ?? []).flatMap((grown, round) => {
        const base = plain[round];
        return base ? [value(grown, base)] : [];
      });
      return values.length > 0 ? spreadOf(values) : '';
    }),
  ]);
}

const added = ({ ms, hits }: Grown, plain: Grown) => ((ms - plain.ms) * 1e6) / hits;

/** A step that would take too long is left out, one that takes long is made once. */
async function byHits({ name, path: node }: Node, { folder, progress, mostRounds }: Context): Promise<Table> {
  const notes = ['Two lines of a loop. The first thousands run before V8 compiles them.'];
  const measured = new Map<number, ReadonlyMap<Way, Grown[]>>();
  const expected = new Map<Way, number>(WAYS.map((way) => [way, 0]));
  for (const hits of HITS) {
    const ways = WAYS.filter(
      (way) => (expected.get(way) ?? 0) <= LONGEST_MS && !(way === 'exact' && hits > MOST_EXACT),
    );
    const isLong = ways.some((way) => (expected.get(way) ?? 0) > LONG_MS);
    const runs = await alternate(ways, isLong ? 1 : Math.min(ROUNDS, mostRounds), (way) => {
      progress(`${hits} hits, ${way} on ${name}`);
      return runGrowing({ node, folder, way, module: './hits.mjs', rounds: hits / 2 });
    });
    for (const [way, grown] of runs) expected.set(way, 10 * Math.max(...grown.map(({ ms }) => ms)));
    const missing = WAYS.filter((way) => !ways.includes(way));
    if (missing.length > 0)
      notes.push(`Left out, because they take a minute: ${hits.toLocaleString('en')} hits with ${missing}.`);
    measured.set(hits, runs);
  }
  return { title: `Added ns per hit, ${name}`, columns: ['hits', ...PROFILED], rows: rowsOf(measured, added), notes };
}

async function byLines({ name, path: node }: Node, { folder, progress, mostRounds }: Context): Promise<Table[]> {
  const cold = new Map<number, ReadonlyMap<Way, Grown[]>>();
  const warm = new Map<number, ReadonlyMap<Way, Grown[]>>();
  for (const lines of LINES) {
    const run = (way: Way, rounds: number) => {
      progress(`${lines} lines, ${way} on ${name}`);
      return runGrowing({ node, folder, way, module: `./lines-${lines}.mjs`, rounds });
    };
    cold.set(lines, await alternate(WAYS, 1, (way) => run(way, 1)));
    warm.set(
      lines,
      await alternate(WAYS, Math.min(ROUNDS, mostRounds), (way) => run(way, Math.ceil(HITS_OF_LINES / lines))),
    );
  }
  const table = (
    title: string,
    measured: Measured,
    value: (grown: Grown, plain: Grown) => number,
    notes: readonly string[] = [],
  ): Table => ({ title: `${title}, ${name}`, columns: ['lines', ...PROFILED], rows: rowsOf(measured, value), notes });
  const mebibytes = (bytes: number) => bytes / 2 ** 20;
  const start = (own: Grown, plain: Grown) => own.startMs - plain.startMs;
  const memory = (own: Grown, plain: Grown) => mebibytes(own.rss - plain.rss);
  const fromCommand = 'From the command to the first statement of `run`, ms more than plain';
  return [
    table('Added ns per hit', warm, added, [
      `Some ${HITS_OF_LINES / 1e6} million hits in all, spread over the lines: of 50,000 each is hit a thousand times, and V8 has not compiled all of their functions.`,
    ]),
    table(`${fromCommand}, the text woven for the first time`, cold, start, ['One run each.']),
    table(`${fromCommand}, woven before`, warm, start),
    table(
      'From the last statement to the end of the command, ms more than plain',
      warm,
      (own, plain) => own.endMs - plain.endMs,
      ['The profile is written and merged in this time.'],
    ),
    table('The profile, KiB', warm, ({ profileBytes }) => profileBytes / 1_024),
    table('Resident memory, MiB more than plain, woven for the first time', cold, memory, ['One run each.']),
    table('Resident memory, MiB more than plain, woven before', warm, memory),
    table('Array buffers, MiB more than plain', warm, (own, plain) => mebibytes(own.arrayBuffers - plain.arrayBuffers)),
  ];
}

export const growth: Scenario = {
  name: 'growth',
  isolates: 'how what kernts costs grows with hits and with lines',
  nodes: 'first',
  async run(context) {
    const tables: Table[] = [];
    for (const node of context.nodes) {
      // What was woven is kept beside the programs, whatever Node runs them: each begins without.
      const folder = join(context.folder, node.name);
      mkdirSync(folder);
      for (const file of ['main.mjs', 'hits.mjs']) cpSync(join(programs, file), join(folder, file));
      for (const lines of LINES) writeFileSync(join(folder, `lines-${lines}.mjs`), programWith(lines));
      const own = { ...context, folder };
      tables.push(await byHits(node, own), ...(await byLines(node, own)));
    }
    return tables;
  },
};
