/** `kernts script.ts`: what `--help` says of it, and what its flags mean. */
import type { TimingMode } from '@kernts/runtime';
import type { Entry } from '../launch/index.js';
import { KerntsError } from '../messages.js';
import type { DisplayOptions } from '../report/display.js';
import { type DisplayFlags, displayFlags, displayFrom } from './display-flags.js';
import { dumpSignalFrom } from './dump-signal.js';
import { badValue, choiceFrom, fileNameFrom, isNumber, listFrom } from './flag-values.js';
import type { Surroundings } from './subcommand.js';

export interface RunFlags extends DisplayFlags {
  readonly profMod?: readonly string[];
  readonly setup?: string;
  readonly timing: string;
  readonly c?: boolean;
  readonly m?: boolean;
  readonly children: boolean;
  readonly outfile?: string;
  readonly view?: boolean;
  readonly html?: boolean;
  readonly quiet?: boolean;
  readonly cache: boolean;
  readonly outputInterval?: string;
  readonly dumpSignal: string;
}

/** A run as it was typed. */
export interface TypedRun {
  readonly flags: RunFlags;
  readonly operands: readonly string[];
  /** Whether `--` stood before the operands. */
  readonly isCommand: boolean;
}

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
  /** Whether a page for the browser is written beside the profile. */
  readonly html: boolean;
  readonly quiet: boolean;
  /** Whether processes that the program starts are profiled, too. */
  readonly children: boolean;
  /** False: what was woven is neither kept nor used. */
  readonly cache: boolean;
  /** How often the profile so far is written while the program runs; null: never. */
  readonly intervalMs: number | null;
  /** At which signal to kernts it is written; null: at none. */
  readonly dumpSignal: NodeJS.Signals | null;
  readonly display: DisplayOptions;
  readonly cwd: string;
}

const BARE_INTERVAL = '1';
/** Writing takes some ms; beyond a day, a timer would overflow some day. */
const INTERVAL_SECONDS = { least: 0.1, most: 86_400 };

const timings: readonly TimingMode[] = ['auto', 'exact', 'off'];

export const runUsage = {
  usage: `[options] <script> [args…]
       kernts [options] -c <code> [args…]
       kernts [options] - [args…]           read the script from standard input
       kernts [options] -m <package> [args…]
       kernts [options] -- <command> [args…]
       kernts <command> [options] [files…]  read saved profiles, see Commands`,

  description: `Line profiler for TypeScript and JavaScript: how often each line of a function
ran, and how long it took.

Write // @profile on the line above a function, then: kernts -l -v script.ts
Options go before the script. Everything after the script belongs to the script.`,

  flags: [
    {
      heading: 'What to profile:',
      flags: [
        { names: '-l, --line-by-line', text: "line by line; as kernprof's flag, but kernts does so without it, too" },
        {
          names: '-p, --prof-mod <target>',
          text: "without marks: a file, a glob, file:function, file:Class.method or a package; repeat it or separate by commas; -p '' forgets those before it",
          repeats: true,
        },
        { names: '-s, --setup <file>', text: 'run this file first, not profiled' },
        { names: '-c', text: 'the next argument is TypeScript code to run, not a file' },
        { names: '-m', text: 'the next argument is a package to run: its command, or else its main file' },
        { names: '--no-children', text: 'only the main process, none that it starts' },
        {
          names: '--timing <mode>',
          text: 'auto: time long lines by the clock and sample short ones; exact: all by the clock; off: only count hits',
          byDefault: 'auto',
        },
      ],
    },
    {
      heading: 'Result:',
      flags: [
        {
          names: '-o, --outfile <file>',
          text: 'the profile to write (default: <script>.lprof or <command>.lprof in this directory)',
        },
        { names: '-v, --view', text: 'print the report on stdout when the program has ended' },
        { names: '--html', text: 'write a report for the browser, too: <script>.html beside the profile' },
        {
          names: '-i, --output-interval [seconds]',
          text: `write the profile so far every so many seconds (${BARE_INTERVAL} with no number), so that no end can take more`,
          optionalValue: { holds: isNumber, bare: BARE_INTERVAL },
        },
        {
          names: '--dump-signal <signal>',
          text: 'write the profile so far when kernts gets this signal; none: leave all signals to the program',
          byDefault: 'SIGUSR2',
        },
        { names: '--no-cache', text: 'weave every file anew, and keep nothing for the next run' },
        { names: '-q, --quiet', text: 'no messages on stderr but errors' },
      ],
    },
    displayFlags({ sort: '--sort', summarize: '--summarize' }),
  ],

  explanation: `
Examples:
  kernts -l -v script.ts                      run, then print the report
  kernts -l script.ts --port 80               run; --port 80 goes to the script
  kernts -l -v -p src/parse.ts script.ts      profile every function of a file, without marks
  kernts -l -v -p src/grid.ts:Grid.step script.ts
  kernts -l -v -- npm test                    all Node processes of a command
  kernts -i 10 server.ts                      write what there is every 10 seconds, too
  kernts view --sort -u auto script.ts.lprof  show a saved profile again

\`kernts view --help\` explains the columns of the report. A script that is called like
a command runs by its path: \`kernts ./view\`.
The exit status is the script's own; 2 when kernts cannot start it.`,

  options: ({ flags, operands, isCommand }: TypedRun, surroundings: Surroundings): RunOptions => {
    const [first, ...args] = operands;
    const entry = entryFrom(first, kindOf(flags, isCommand));
    if (flags.setup !== undefined && (entry.kind === 'command' || entry.kind === 'package')) {
      throw new KerntsError({ kind: 'setup-without-script' });
    }
    return {
      kind: 'run',
      entry,
      args,
      setup: fileNameFrom('-s', flags.setup),
      targets: targetsFrom(flags.profMod ?? []),
      timing: choiceFrom('--timing', flags.timing, timings),
      outfile: fileNameFrom('-o', flags.outfile),
      view: flags.view === true,
      html: flags.html === true,
      quiet: flags.quiet === true,
      children: flags.children,
      cache: flags.cache,
      intervalMs: intervalFrom(flags.outputInterval),
      dumpSignal: dumpSignalFrom(flags.dumpSignal),
      display: displayFrom(flags, surroundings),
      cwd: surroundings.cwd,
    };
  },
} as const;

function intervalFrom(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = isNumber(value) ? Number(value) : Number.NaN;
  const { least, most } = INTERVAL_SECONDS;
  if (!(seconds >= least && seconds <= most))
    throw badValue('-i', value, `a number of seconds from ${least} to ${most}`);
  return seconds * 1_000;
}

type OperandKind = 'script' | 'code' | 'package' | 'command';

/** Behind `-c` and `-m`, `--` only ends the options. */
function kindOf({ c, m }: RunFlags, isCommand: boolean): OperandKind {
  if (c === true && m === true) throw new KerntsError({ kind: 'options-exclude', options: ['-c', '-m'] });
  if (c === true) return 'code';
  if (m === true) return 'package';
  return isCommand ? 'command' : 'script';
}

function entryFrom(first: string | undefined, kind: OperandKind): Entry {
  switch (kind) {
    case 'code':
      if (first === undefined) throw new KerntsError({ kind: 'option-needs-value', option: '-c', command: 'kernts' });
      return { kind: 'code', text: first };
    case 'package':
      if (!first) throw new KerntsError({ kind: 'option-needs-value', option: '-m', command: 'kernts' });
      return { kind: 'package', name: first };
    case 'command':
      if (!first) throw new KerntsError({ kind: 'no-command' });
      return { kind: 'command', name: first };
    case 'script':
      if (!first) throw new KerntsError({ kind: 'no-script' });
      return first === '-' ? { kind: 'stdin' } : { kind: 'script', path: first };
  }
}

/** kernprof's meaning: an empty value forgets the targets before it. */
function targetsFrom(values: readonly string[]): readonly string[] {
  return listFrom(values.slice(values.lastIndexOf('') + 1));
}
