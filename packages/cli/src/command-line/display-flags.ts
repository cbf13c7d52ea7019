/** The flags of reports, which a run that prints one and `kernts view` share. */
import { wantsColour } from '../colour.js';
import { orders } from '../profile/selection.js';
import type { DisplayOptions, Unit } from '../report/display.js';
import type { FlagGroup } from './flag.js';
import { badValue, choiceFrom } from './flag-values.js';
import type { Surroundings } from './subcommand.js';

export interface DisplayFlags {
  readonly unit: string;
  readonly skipZero?: boolean;
  readonly sort?: string;
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
        text: 'functions by time (as with no order) or hits, the largest last; by name; by file and line',
        optionalValue: { choices: orders, bare: 'time' },
      },
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
    summarize: flags.summarize === true,
    colour: wantsColour({ flag: flags.rich, env, stdoutIsTerminal }),
  };
}

/** Far beyond any use; a cell holds what comes out in between. */
const UNIT_SECONDS = { least: 1e-12, most: 1e9 };

function unitFrom(value: string): Unit {
  if (value === 'auto') return { kind: 'auto' };
  const seconds = value.trim() === '' ? Number.NaN : Number(value);
  if (!(seconds >= UNIT_SECONDS.least && seconds <= UNIT_SECONDS.most))
    throw badValue('-u', value, 'a number of seconds from 1e-12 to 1e9 (1e-3 for milliseconds), or auto');
  return { kind: 'fixed', seconds };
}
