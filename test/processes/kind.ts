/** One way in which a program comes to have several processes or threads, and what is known to run in it. */

export interface Kind {
  /** As in the table of docs/processes-and-ends.md. */
  readonly name: string;
  /** Run on every Node, or only on the one at hand. */
  readonly onAll: boolean;
  /** What follows `kernts`; default: the script that `main` is. */
  readonly args?: readonly string[];
  readonly main?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** How often each file of `work` runs. */
  readonly runs: Readonly<Record<string, number>>;
}

/** Counts as often as `hitsOfRuns` says. */
export const work = `// @profile
function work(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += i;
  }
  return sum;
}
work(10);
`;

export function hitsOfRuns(runs: Kind['runs']): readonly string[] {
  return Object.entries(runs).map(([file, n]) => `${file}: work 3:${n} 4:${11 * n} 5:${10 * n} 7:${n}`);
}
