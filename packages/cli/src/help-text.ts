/** What `--help` says besides the flags themselves, which `args.ts` declares. */

export const runUsage = `[options] <script> [args…]
       kernts [options] -c <code> [args…]
       kernts [options] - [args…]           read the script from standard input
       kernts view [options] <file.lprof…>  show saved profiles`;

export const runDescription = `Line profiler for TypeScript and JavaScript: how often each line of a function
ran, and how long it took.

Write // @profile on the line above a function, then: kernts -l -v script.ts
Options go before the script. Everything after the script belongs to the script.`;

export const runExamples = `
Examples:
  kernts -l -v script.ts                      run, then print the report
  kernts -l script.ts --port 80               run; --port 80 goes to the script
  kernts -l -v -p src/parse.ts script.ts      profile every function of a file, without marks
  kernts -l -v -p src/grid.ts:Grid.step script.ts
  kernts view --sort -u auto script.ts.lprof  show a saved profile again

\`kernts view --help\` explains the columns of the report.
The exit status is the script's own; 2 when kernts cannot start it.`;

export const viewUsage = '[options] <file.lprof…>';

export const viewDescription = `Shows profiles that kernts wrote. Several files are shown as one:
hits and times of the same line add up.`;

export const viewExplanation = `
Columns:
  Line #    line in the source file
  Hits      how often the line began; the header of a loop counts every test,
            so one more than the loop's body
  Time      wall time on the line, with all that it calls, without the time that
            await or yield waited; with a + behind it, some may be missing,
            and a line below the listing says how much
  Await     time that await or yield waited; only where there is any
  Per Hit   Time / Hits
  Max       longest single time on the line; only where one was at least
            10 times the line's Per Hit and 5 % of the function's total time
  % Time    share of the function's total time

Examples:
  kernts view script.ts.lprof
  kernts view --sort --summarize script.ts.lprof   the slowest function last, a summary below it
  kernts view -u auto monday.lprof tuesday.lprof   both together, in readable units`;
