/** argv as one valid value; nobody behind this file sees argv. */
import type { TimingMode } from '@kernts/runtime';
import { type DisplayFlags, parseArgs, type RunFlags } from './args.js';
import { wantsColour } from './colour.js';
import type { Entry } from './launch/index.js';
import { KerntsError } from './messages.js';

export type Options = RunOptions | ViewOptions | { readonly kind: 'print'; readonly text: string };

export interface RunOptions {
  readonly kind: 'run';
  readonly entry: Entry;
  /** The program's own arguments. */
  readonly args: readonly string[];
  readonly setup: string | null;
  readonly targets: readonly string[];
  readonly timing: TimingMode;
  /** As typed; null for the default, which depends on the script. */
  readonly outfile: string | null;
  readonly view: boolean;
  readonly quiet: boolean;
  /** False: what was woven is neither kept nor used. */
  readonly cache: boolean;
  readonly display: DisplayOptions;
  readonly cwd: string;
}

export interface ViewOptions {
  readonly kind: 'view';
  readonly files: readonly [string, ...string[]];
  readonly display: DisplayOptions;
  readonly cwd: string;
}

export interface DisplayOptions {
  readonly unit: Unit;
  readonly skipZero: boolean;
  readonly sort: 'recorded' | 'by-time';
  readonly summarize: boolean;
  readonly colour: boolean;
}

export type Unit = { readonly kind: 'fixed'; readonly seconds: number } | { readonly kind: 'auto' };

/** What options depend on besides argv. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly cwd: string;
}

export function optionsFrom(argv: readonly string[], surroundings: Surroundings): Options {
  const parsed = parseArgs(argv);
  switch (parsed.kind) {
    case 'print':
      return parsed;
    case 'view': {
      const [first, ...others] = parsed.files;
      if (first === undefined) throw new KerntsError({ kind: 'no-profile-file' });
      return {
        kind: 'view',
        files: [first, ...others],
        display: displayFrom(parsed.flags, surroundings),
        cwd: surroundings.cwd,
      };
    }
    case 'run':
      return runOptionsFrom(parsed.flags, parsed.operands, surroundings);
  }
}

function runOptionsFrom(flags: RunFlags, operands: readonly string[], surroundings: Surroundings): RunOptions {
  const [first, ...args] = operands;
  if (flags.outfile === '') throw badValue('-o', '', 'the name of a file');
  if (flags.setup === '') throw badValue('-s', '', 'the name of a file');
  return {
    kind: 'run',
    entry: entryFrom(first, flags.c === true),
    args,
    setup: flags.setup ?? null,
    targets: targetsFrom(flags.profMod ?? []),
    timing: timingFrom(flags.timing),
    outfile: flags.outfile ?? null,
    view: flags.view === true,
    quiet: flags.quiet === true,
    cache: flags.cache,
    display: displayFrom(flags, surroundings),
    cwd: surroundings.cwd,
  };
}

function entryFrom(first: string | undefined, isCode: boolean): Entry {
  if (first === undefined)
    throw new KerntsError(
      isCode ? { kind: 'option-needs-value', option: '-c', command: 'kernts' } : { kind: 'no-script' },
    );
  if (isCode) return { kind: 'code', text: first };
  if (first === '') throw new KerntsError({ kind: 'no-script' });
  return first === '-' ? { kind: 'stdin' } : { kind: 'script', path: first };
}

/** kernprof's meaning: an empty value forgets the targets before it. A comma inside a glob's braces does not separate. */
function targetsFrom(values: readonly string[]): readonly string[] {
  const kept = values.slice(values.lastIndexOf('') + 1);
  return kept
    .flatMap((value) => value.split(/,(?![^{]*\})/))
    .map((target) => target.trim())
    .filter((target) => target !== '');
}

function timingFrom(value: string): TimingMode {
  if (value === 'auto' || value === 'exact' || value === 'off') return value;
  throw badValue('--timing', value, 'auto, exact or off');
}

function displayFrom(flags: DisplayFlags, { env, stdoutIsTerminal }: Surroundings): DisplayOptions {
  return {
    unit: unitFrom(flags.unit),
    skipZero: flags.skipZero === true,
    sort: flags.sort === true ? 'by-time' : 'recorded',
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

function badValue(option: string, value: string, expected: string): KerntsError {
  return new KerntsError({ kind: 'bad-option-value', option, value, expected });
}
