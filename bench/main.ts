/** `pnpm bench [--node MAJORS] [--rounds N] [scenario…]`: measures, and writes what came out to `bench/results`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeMajors } from '../test/support/node-majors.js';
import { type Asked, writeResults } from './results.js';
import type { Context, Scenario } from './scenario.js';
import { children } from './scenarios/children.js';
import { cost } from './scenarios/cost.js';
import { endurance } from './scenarios/endurance.js';
import { faithfulness } from './scenarios/faithfulness.js';
import { growth } from './scenarios/growth.js';
import { kernprof } from './scenarios/kernprof.js';
import { lineCost } from './scenarios/line-cost.js';
import { lineShares } from './scenarios/line-shares.js';
import { probeCost } from './scenarios/probe-cost.js';
import { sampledProbe } from './scenarios/sampled-probe.js';
import { slowdown } from './scenarios/slowdown.js';
import { startup } from './scenarios/startup.js';
import { transform } from './scenarios/transform.js';

const scenarios: readonly Scenario[] = [
  cost,
  faithfulness,
  growth,
  probeCost,
  lineCost,
  lineShares,
  slowdown,
  kernprof,
  transform,
  sampledProbe,
  startup,
  children,
  endurance,
];

async function measure(scenario: Scenario, nodes: Context['nodes'], asked: Asked): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `bench-${scenario.name}-`));
  const startedAt = new Date();
  let steps = 0;
  const progress = (text: string) => {
    process.stderr.write(`\r\x1b[K${scenario.name}: ${++steps}, ${text}`);
  };
  try {
    const tables = await scenario.run({
      nodes,
      folder,
      progress,
      mostRounds: asked.rounds ?? Number.POSITIVE_INFINITY,
    });
    process.stderr.write('\r\x1b[K');
    console.log(writeResults(scenario, asked, { nodes, tables, startedAt }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function complain(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

/** Null where nothing was asked for. */
function chosenNodes(majors: string | undefined): Context['nodes'] | null {
  if (majors === undefined) return null;
  return majors === 'all' ? nodeMajors : nodeMajors.filter(({ name }) => majors.split(',').includes(name.slice(5)));
}

const { values, positionals } = parseArgs({
  options: { node: { type: 'string' }, rounds: { type: 'string' } },
  allowPositionals: true,
});
const rounds = values.rounds === undefined ? null : Number(values.rounds);
const nodes = chosenNodes(values.node);
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  const names = scenarios.map(({ name }) => name).join(', ');
  complain(`There is no scenario ${unknown.join(', ')}; name some of ${names}, or none for all.`);
} else if (nodes?.length === 0) {
  const majors = nodeMajors.map(({ name }) => name.slice(5)).join(',');
  complain(`There is no Node ${values.node}; say --node all, or some of --node ${majors}.`);
} else if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0)) {
  complain(`--rounds ${values.rounds} is no number of rounds; say --rounds 3.`);
} else {
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  for (const scenario of scenarios) {
    if (positionals.length > 0 && !positionals.includes(scenario.name)) continue;
    const usual = scenario.nodes === 'all' ? nodeMajors : nodeMajors.slice(0, 1);
    await measure(scenario, nodes ?? usual, { node: values.node ?? null, rounds });
  }
}
