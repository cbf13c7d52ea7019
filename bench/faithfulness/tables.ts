/** What the comparisons came to, as tables. */
import type { Cell, Table } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';
import type { Case } from './cases.js';
import { type Comparison, control, meanLineNs, totalError, worstShare, worstTime } from './compare.js';

export const JUDGED = ['auto', 'exact'] as const;

/** A comparison of each round. */
export type Rounds = Readonly<Record<(typeof JUDGED)[number], readonly Comparison[]>>;

const NAMED_LINES_NS = 100;

/** The worst of the cases: each by the median of its rounds. */
function worst(values: readonly number[]): number {
  return Math.max(...values.filter((value) => !Number.isNaN(value)));
}

function goals(results: ReadonlyMap<Case, Rounds>, timing: keyof Rounds): Cell[][] {
  const all = [...results].map(([{ ratio }, rounds]) => ({ ratio, rounds: rounds[timing] }));
  const median = (rounds: readonly Comparison[], of: (comparison: Comparison) => number) => medianOf(rounds.map(of));
  const row = (what: string, goal: number, reached: number): Cell[] => [
    what,
    timing,
    `≤ ${goal}`,
    reached,
    reached <= goal ? 'yes' : 'no',
  ];
  const shares = all.filter(({ ratio }) => ratio).map(({ rounds }) => median(rounds, worstShare));
  const times = all.map(({ rounds }) => median(rounds, worstTime));
  const totals = all
    .filter(({ rounds }) => median(rounds, meanLineNs) >= NAMED_LINES_NS)
    .map(({ rounds }) => Math.abs(median(rounds, totalError)));
  return [
    row('every line of every ratio loop, percentage points', 1, worst(shares)),
    row('lines of 1 µs or more, % of their true time', 5, worst(times)),
    row('total where lines average 100 ns or more, % of plain', 10, worst(totals)),
  ];
}

function lineRows(program: Case, rounds: Rounds): Cell[][] {
  return program.lines.flatMap(({ label }, index) => {
    const of = (timing: keyof Rounds, value: (line: Comparison['lines'][number]) => number) =>
      medianOf(rounds[timing].map(({ lines }) => value(lines[index] as Comparison['lines'][number])));
    return [
      [
        program.name,
        label,
        of('exact', ({ trueNs, hits }) => trueNs / hits),
        ...JUDGED.map((timing) => of(timing, ({ reportedNs, hits }) => reportedNs / hits)),
        of('exact', ({ trueShare }) => trueShare),
        ...JUDGED.map((timing) => of(timing, ({ reportedShare }) => reportedShare)),
      ],
    ];
  });
}

export function tablesOf(results: ReadonlyMap<Case, Rounds>, node: string): Table[] {
  const summary = [...results].flatMap(([program, rounds]) =>
    JUDGED.map((timing): Cell[] => [
      program.name,
      timing,
      spreadOf(rounds[timing].map((comparison) => control(comparison, program))),
      spreadOf(rounds[timing].map(worstShare)),
      spreadOf(rounds[timing].map(worstTime)),
      spreadOf(rounds[timing].map(totalError)),
    ]),
  );
  return [
    {
      title: `What is asked of kernts, ${node}`,
      columns: ['asked', 'timing', 'goal', 'worst program', 'held'],
      rows: JUDGED.flatMap((timing) => goals(results, timing)),
      notes: ['Of each program the median of its rounds.'],
    },
    {
      title: `Reported against true, ${node}`,
      columns: [
        'program',
        'timing',
        'plain against its lines alone, %',
        'worst share, points',
        'worst line of 1 µs or more, %',
        'total against plain, %',
      ],
      rows: summary,
      notes: [
        'True is what a line takes in a loop of its own, without kernts, in the same round; of a line that calls others back, what the plain program takes. Medians of the rounds, in brackets their middle half.',
        'Where plain takes more than its lines alone, the machine was disturbed, or the lines disturb each other: that is not kernts.',
      ],
    },
    {
      title: `Line by line, ${node}`,
      columns: [
        'program',
        'line',
        'true, ns',
        ...JUDGED.map((timing) => `${timing}, ns`),
        'true share, %',
        ...JUDGED.map((timing) => `${timing}, %`),
      ],
      rows: [...results].flatMap(([program, rounds]) => lineRows(program, rounds)),
      notes: ['Per hit; medians of the rounds.'],
    },
  ];
}
