/** Every flag, in the order and the groups of `--help`. */

export interface FlagGroup {
  readonly heading: string;
  readonly flags: readonly Flag[];
}

export interface Flag {
  /** In commander's notation. */
  readonly names: string;
  readonly text: string;
  readonly byDefault?: string;
  /** May be given several times; the values come as a list. */
  readonly repeats?: true;
}

export const runFlags: readonly FlagGroup[] = [
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
      { names: '-o, --outfile <file>', text: 'the profile to write (default: <script>.lprof in this directory)' },
      { names: '-v, --view', text: 'print the report on stdout when the program has ended' },
      { names: '--no-cache', text: 'weave every file anew, and keep nothing woven for the next run' },
      { names: '-q, --quiet', text: 'no messages on stderr but errors' },
    ],
  },
  displayFlags({ sort: '--sort', summarize: '--summarize' }),
];

export const viewFlags: readonly FlagGroup[] = [displayFlags({ sort: '-t, --sort', summarize: '-m, --summarize' })];

/** line_profiler's viewer has short names for two flags that kernprof has not. */
function displayFlags({ sort, summarize }: { readonly sort: string; readonly summarize: string }): FlagGroup {
  return {
    heading: 'Report:',
    flags: [
      {
        names: '-u, --unit <seconds>',
        text: 'unit of the times, such as 1e-3; auto: a readable unit in each cell, such as 34.5 ms',
        byDefault: '1e-6',
      },
      { names: '-z, --skip-zero', text: 'leave out functions that were never called' },
      { names: sort, text: 'functions by total time, the slowest last' },
      { names: summarize, text: 'add one line per function below the listings' },
      { names: '-r, --rich', text: 'colour by heat (default: on a terminal; NO_COLOR, FORCE_COLOR count)' },
      { names: '--no-rich', text: 'no colour' },
    ],
  };
}
