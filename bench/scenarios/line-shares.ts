/**
 * Isolates whether the time of short lines is right: seven lines, each twice as long as the one before it, from 5 ns
 * up. What is true is measured in the same process, each line alone in a loop without kernts. A line is a chain in
 * which each step needs the one before and the last is written to memory, so V8 cannot move it to another line.
 */
import { join } from 'node:path';
import type { LineShares } from '../inside/line-shares.js';
import { bundleInside, runInside } from '../inside-node.js';
import { alternate } from '../rounds.js';
import type { Scenario } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';
import { makeVariants } from '../variants.js';

const PROCESSES = 9;
const LENGTHS = [1, 2, 4, 8, 16, 32, 64];
const STEPS_PER_UNIT = 5;

function chain(units: number): string {
  const step = ' value = (Math.imul(value, 48271) + 1) | 0;';
  return `{ let value = memory[0]!;${step.repeat(units * STEPS_PER_UNIT)} memory[0] = value; }`;
}

const loop = (body: string) => `for (let round = 0; round < rounds; round++) {\n${body}\n}`;
const memory = 'const memory = new Int32Array(1);\n';
const timed = `${memory}// @profile
export function run(rounds: number): number {
${loop(LENGTHS.map(chain).join('\n'))}
return memory[0]!;
}\n`;
const aloneFunctions = LENGTHS.map(
  (units) => `(rounds: number): number => {\n${loop(chain(units))}\nreturn memory[0]!;\n}`,
);
const alone = `${memory}export const lines = [${aloneFunctions.join(',\n')}];\n`;

function sharesOf(times: readonly number[]): number[] {
  const sum = times.reduce((total, time) => total + time, 0);
  return times.map((time) => (time / sum) * 100);
}

function largestError({ aloneNs, profiledNs }: LineShares): number {
  const truth = sharesOf(aloneNs);
  return Math.max(...sharesOf(profiledNs).map((share, index) => Math.abs(share - (truth[index] ?? 0))));
}

export const lineShares: Scenario = {
  name: 'line-shares',
  isolates:
    'how right the times of short lines are, in a loop whose lines are known to take 1 : 2 : 4 : 8 : 16 : 32 : 64',
  nodes: 'all',
  async run({ nodes, folder, progress }) {
    const program = await bundleInside('line-shares', folder);
    const timedPath = (await makeVariants(join(folder, 'timed.ts'), { folder }, timed)).exact;
    const alonePath = (await makeVariants(join(folder, 'alone.ts'), { folder }, alone)).plain;
    const answers = await alternate(nodes, PROCESSES, ({ name, path }) => {
      progress(name);
      return runInside<LineShares>(path, program, timedPath, alonePath);
    });
    const of = (node: (typeof nodes)[number]) => answers.get(node) ?? [];
    const perLine = (runs: readonly LineShares[], which: keyof LineShares) =>
      LENGTHS.map((_, index) => medianOf(runs.map((run) => run[which][index] ?? Number.NaN)));
    const columns = ['Node', 'measured', ...LENGTHS.map((units) => `line ${units}`)];
    const notes = [`Medians over ${PROCESSES} processes.`];
    const times = nodes.flatMap((node) => [
      [node.name, 'alone', ...perLine(of(node), 'aloneNs')],
      [node.name, 'in the profile', ...perLine(of(node), 'profiledNs')],
    ]);
    const shares = nodes.flatMap((node) => [
      [node.name, 'alone', ...sharesOf(perLine(of(node), 'aloneNs'))],
      [node.name, 'in the profile', ...sharesOf(perLine(of(node), 'profiledNs'))],
    ]);
    const errors = nodes.map((node) => [node.name, spreadOf(of(node).map(largestError))]);
    return [
      { title: 'Nanoseconds per hit', columns, rows: times, notes },
      { title: 'Share of the seven lines, %', columns, rows: shares, notes },
      { title: 'Largest error of a share, percentage points', columns: ['Node', 'error'], rows: errors, notes },
    ];
  },
};
