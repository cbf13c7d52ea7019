/** `pnpm bench [scenario…]`: measures, and writes what came out to `bench/results`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeMajors } from '../test/support/node-majors.js';
import { writeResults } from './results.js';
import type { Scenario } from './scenario.js';
import { kernprof } from './scenarios/kernprof.js';
import { lineCost } from './scenarios/line-cost.js';
import { lineShares } from './scenarios/line-shares.js';
import { probeCost } from './scenarios/probe-cost.js';
import { sampledProbe } from './scenarios/sampled-probe.js';
import { slowdown } from './scenarios/slowdown.js';
import { startup } from './scenarios/startup.js';
import { transform } from './scenarios/transform.js';

const scenarios: readonly Scenario[] = [
  probeCost,
  lineCost,
  lineShares,
  slowdown,
  kernprof,
  transform,
  sampledProbe,
  startup,
];

async function measure(scenario: Scenario): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `bench-${scenario.name}-`));
  const startedAt = new Date();
  let steps = 0;
  const progress = (text: string) => {
    process.stderr.write(`\r\x1b[K${scenario.name}: ${++steps}, ${text}`);
  };
  try {
    const tables = await scenario.run({ nodes: nodeMajors, folder, progress });
    process.stderr.write('\r\x1b[K');
    console.log(writeResults(scenario, tables, startedAt));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  const names = scenarios.map(({ name }) => name).join(', ');
  console.error(`There is no scenario ${unknown.join(', ')}; name some of ${names}, or none for all.`);
  process.exitCode = 2;
} else {
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  for (const scenario of scenarios) {
    if (wanted.length === 0 || wanted.includes(scenario.name)) await measure(scenario);
  }
}
