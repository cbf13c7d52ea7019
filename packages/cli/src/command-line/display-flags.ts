/** The flags of reports, which a run that prints one and `kernts view` share. */
import { wantsColour } from '../colour.js';
import { orders } from '../profile/order.js';
import { columnNames, type DisplayOptions, type Unit } from '../report/display.js';
import type { FlagGroup } from './flag.js';
import { badValue, choiceFrom, choicesFrom, countFrom, percentFrom } from './flag-values.js';
import { type FunctionFlags, functionsFrom } from './function-flags.js';
import type { Surroundings } from './subcommand.js';

export interface DisplayFlags extends FunctionFlags {
  readonly unit: string;
  readonly skipZero?: boolean;
  readonly sort?: string;
  readonly top?: string;
  readonly lines?: string;
  readonly minPercent?: string;
  readonly columns?: string;
  readonly by?: string;
  readonly summarize?: boolean;
  readonly rich?: boolean;
}

/** line_profiler's viewer has short names for two flags that kernprof has not. */
export function displayFlags({ sort, summarize }: { readonly sort: string; readonly summarize: string }): FlagGroup {
  return {
    heading: 'Report:',
    flags: [
      {
        names: '-u, --unit <seconds>',
        text: 'unit of the times, such as 1e-3; auto: a readable unit in each cell, such as 34.5 ms',
        byDefault: '1e-6',
      },
      { names: '-z, --skip-zero', text: 'leave out functions that were never called' },
      {
        names: `${sort} [order]`,
        text: 'functions by time (as with no order), self or hits, the largest last; by name; by file and line',
        optionalValue: { holds: (word) => orders.some((order) => order === word), bare: 'time' },
      },
      { names: '--top <n>', text: 'only the n functions with the most time, or what --sort says of self and hits' },
      {
        names: '--lines <n>',
        text: 'in place of the listings, the n hottest lines of all functions, the hottest first',
      },
      { names: '--min-percent <p>', text: "leave out lines with less than p % of their function's time" },
      { names: '--columns <list>', text: `which, and in which order: of ${columnNames.join(',')}` },
      { names: '--by <who>', text: 'process or thread: a report of each by itself, where several ran' },
      { names: summarize, text: 'add one line per function below the listings' },
      { names: '-r, --rich', text: 'colour by heat (default: on a terminal; NO_COLOR, FORCE_COLOR count)' },
      { names: '--no-rich', text: 'no colour' },
    ],
  };
}

export function displayFrom(flags: DisplayFlags, { env, stdoutIsTerminal }: Surroundings): DisplayOptions {
  return {
    unit: unitFrom(flags.unit),
    skipZero: flags.skipZero === true,
    sort: flags.sort === undefined ? 'recorded' : choiceFrom('--sort', flags.sort, orders),
    top: countFrom('--top', flags.top),
    minShare: flags.minPercent === undefined ? 0 : percentFrom('--min-percent', flags.minPercent, 100),
    ...functionsFrom(flags),
    hottest: countFrom('--lines', flags.lines),
    columns: flags.columns === undefined ? null : choicesFrom('--columns', flags.columns, columnNames),
    by: flags.by === undefined ? null : choiceFrom('--by', flags.by, ['process', 'thread']),
    summarize: flags.summarize === true,
    colour: wantsColour({ flag: flags.rich, env, stdoutIsTerminal }),
  };
}

/** Far beyond any use; a cell holds what comes out in between. */
const UNIT_SECONDS = { least: 1e-12, most: 1e9 };

export function unitFrom(value: string): Unit {
  if (value === 'auto') return { kind: 'auto' };
  const seconds = value.trim() === '' ? Number.NaN : Number(value);
  if (!(seconds >= UNIT_SECONDS.least && seconds <= UNIT_SECONDS.most))
    throw badValue('-u', value, 'a number of seconds from 1e-12 to 1e9 (1e-3 for milliseconds), or auto');
  return { kind: 'fixed', seconds };
}
