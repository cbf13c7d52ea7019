/** What a race came to, as tables. */
import type { Cell, Table } from '../scenario.js';
import { spreadOf } from '../spread.js';
import { checksOf } from './checks.js';
import { baseOf, type Contender } from './contenders.js';
import { type Race, SECONDS } from './race.js';
import { entryOf, find, overPrograms, ratiosOf, worstOf } from './ratios.js';

function ratiosByProgram(race: Race, contender: Contender, contenders: readonly Contender[]) {
  const base = baseOf(contender, contenders);
  const programs = new Set(race.entries.map(({ program }) => program.name));
  return new Map(
    [...programs].flatMap((program) => {
      const ratios = ratiosOf(entryOf(race, program, contender), base && entryOf(race, program, base));
      return ratios.length > 0 ? [[program, ratios] as const] : [];
    }),
  );
}

function summary(race: Race, contenders: readonly Contender[]): readonly Cell[][] {
  return contenders
    .filter(({ setting }) => setting)
    .map((contender) => {
      const ratios = ratiosByProgram(race, contender, contenders);
      const name = [contender.name, contender.setting ?? ''];
      if (ratios.size === 0) return [...name, 'failed', '', '', '', ''];
      const rounds = [...ratios.values()].map(({ length }) => length);
      const { program, ratio } = worstOf(ratios);
      return [
        ...name,
        overPrograms([...ratios.values()]),
        ratio,
        program,
        String(ratios.size),
        `${Math.min(...rounds)} to ${Math.max(...rounds)}`,
      ];
    });
}

function perProgram(race: Race, contenders: readonly Contender[], setting: string): readonly Cell[][] {
  const programs = [...new Set(race.entries.map(({ program }) => program.name))];
  const profiling = contenders.filter((contender) => contender.setting === setting);
  const ratios = profiling.map((contender) => ratiosByProgram(race, contender, contenders));
  return programs.map((program) => [
    program,
    spreadOf(find(race, program, 'plain')?.runs.flatMap((run) => run?.ms ?? []) ?? []),
    ...ratios.map((own): Cell => (own.has(program) ? spreadOf(own.get(program) ?? []) : '')),
  ]);
}

/** What `exact` adds, per hit and per clock reading, and the price of a reading in the plain process. */
function perLine(race: Race): readonly Cell[][] {
  return race.entries
    .filter(({ contender }) => contender.name === 'kernts, exact')
    .map(({ program, contender, runs }) => {
      const plain = find(race, program.name, 'plain')?.runs ?? [];
      const pairs = runs.flatMap((run, round) => {
        const base = plain[round];
        return run?.hits && run.readings && base ? [{ run, base, addedNs: (run.ms - base.ms) * 1e6 }] : [];
      });
      return [
        program.name,
        contender.setting ?? '',
        (pairs[0]?.run.hits ?? Number.NaN) / 1e6,
        spreadOf(pairs.map(({ run, addedNs }) => addedNs / (run.hits ?? Number.NaN))),
        spreadOf(pairs.map(({ run, addedNs }) => addedNs / (run.readings ?? Number.NaN))),
        spreadOf(pairs.map(({ base }) => base.clockNs)),
        spreadOf(pairs.map(({ run, base, addedNs }) => addedNs / (run.readings ?? Number.NaN) - base.clockNs)),
      ];
    });
}

export function tablesOf(race: Race, contenders: readonly Contender[], node: string): Table[] {
  const names = (setting: string) =>
    contenders.filter((contender) => contender.setting === setting).map(({ name }) => name);
  const perProgramTable = (setting: 'none' | 'hot' | 'all', title: string): Table => ({
    title: `${title}, ${node}`,
    columns: ['program', 'plain, ms', ...names(setting)],
    rows: perProgram(race, contenders, setting),
    notes: [],
  });
  return [
    { title: `What is asked of kernts, ${node}`, ...checksOf(race) },
    {
      title: `Times plain, ${node}`,
      columns: ['contender', 'profiled', 'geometric mean', 'worst', 'of', 'programs', 'rounds'],
      rows: summary(race, contenders),
      notes: [
        `Up to ${race.rounds} rounds; who has taken ${SECONDS} seconds on a program gets no more of them. A ratio is that of one round. In a cell the median, in brackets the middle half of the rounds.`,
        '`none`: a function beside the program, none of its own. `hot`: one function of the program. `all`: every function of it, for libraries every function of the library as well. istanbul, V8 coverage and the CPU profiler cannot choose a function.',
        'Measured inside the process, from the first repetition to the last: neither start nor load, weaving or writing is in it. All of JavaScript runs under the loader of tsx.',
        'The map per statement and Python do a twentieth of the work, against a plain program that does a twentieth. Their plain times are short, and mostly those of code that V8 has not compiled yet.',
      ],
    },
    perProgramTable('all', 'Times plain, every function'),
    perProgramTable('hot', 'Times plain, the hot function only'),
    perProgramTable('none', 'Times plain, no function of the program'),
    {
      title: `What exact adds, ${node}`,
      columns: [
        'program',
        'profiled',
        'million hits',
        'ns per hit',
        'ns per clock reading',
        'a clock reading, ns',
        'over a clock reading, ns',
      ],
      rows: perLine(race),
      notes: ['A clock reading is `performance.now()` in the plain process of the same round.'],
    },
    {
      title: `What went wrong, ${node}`,
      columns: ['failure'],
      rows: race.failures.map((failure) => [failure]),
      notes:
        race.failures.length === 0
          ? ['Nothing: every contender showed what it counted, and all computed the same.']
          : [],
    },
  ];
}
