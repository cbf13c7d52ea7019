/** What the columns of a report mean, for the help of every command that prints one. */
export const reportColumns = `
Columns:
  Line #    line in the source file
  Hits      how often the line began; the header of a loop counts every test,
            so one more than the loop's body
  Time      wall time on the line, with all that it calls, without the time that
            await or yield waited; with a ~ behind it, it was sampled, with a +
            some may be missing: a line below the listing says how much
  Self      the part of Time without the profiled lines that it calls; with
            --sort self or --columns; ? where it is not known
  Await     time that await or yield waited; only where there is any
  Per Hit   Time / Hits
  Max       longest single time on the line; only where one was at least
            10 times the line's Per Hit and 5 % of the function's total time
  % Time    share of the function's total time
`;
