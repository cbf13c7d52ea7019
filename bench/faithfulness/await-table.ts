/** Time against Await, of a program that measures its own waiting. */
import type { Cell, Spread, Table } from '../scenario.js';
import { spreadOf } from '../spread.js';
import { awaiting, busyLines, TURNS } from './awaiting.js';
import type { Workshop } from './run-case.js';
import { JUDGED } from './tables.js';

const LABELS = ['busy', 'busier', 'timer', 'resolved'] as const;

interface Reading {
  readonly label: string;
  readonly trueTimeMs: number;
  readonly timeMs: number;
  readonly trueAwaitMs: number;
  readonly awaitMs: number;
}

async function readings(workshop: Workshop, timing: (typeof JUDGED)[number]): Promise<Reading[]> {
  const labels = Object.keys(busyLines);
  const aloneNs = await workshop.alone(Object.values(busyLines));
  const program = { source: awaiting, listing: 'turns', calls: 1, rounds: TURNS };
  const { line, measured } = await workshop.profiled(program, timing);
  return LABELS.map((label) => {
    const { hits, timeNs, awaitNs } = line(label);
    const alone = aloneNs[labels.indexOf(label)] ?? 0;
    return {
      label,
      trueTimeMs: (hits * alone) / 1e6,
      timeMs: timeNs / 1e6,
      trueAwaitMs: measured[label] ?? 0,
      awaitMs: awaitNs / 1e6,
    };
  });
}

export async function awaitTable(workshop: Workshop, rounds: number, node: string): Promise<Table> {
  const rows: Cell[][] = [];
  for (const timing of JUDGED) {
    const all: Reading[][] = [];
    for (let round = 0; round < rounds; round++) all.push(await readings(workshop, timing));
    for (const [index, label] of LABELS.entries()) {
      const of = (value: (reading: Reading) => number): Spread =>
        spreadOf(all.map((own) => value(own[index] as Reading)));
      rows.push([
        label,
        timing,
        of(({ trueTimeMs }) => trueTimeMs),
        of(({ timeMs }) => timeMs),
        of(({ trueAwaitMs }) => trueAwaitMs),
        of(({ awaitMs }) => awaitMs),
      ]);
    }
  }
  return {
    title: `Time against Await, ms, ${node}`,
    columns: ['line', 'timing', 'true Time', 'Time', 'true Await', 'Await'],
    rows,
    notes: [
      'Four activations at once, which compute, wait for a timer, compute and wait for a resolved promise. True Time is that of the line alone; true Await what the program measures around the line, with the little that making the promise takes.',
    ],
  };
}
