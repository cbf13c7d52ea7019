/** Runs all contenders on all programs, round by round, and compares what they answer. */
import type { Contender } from './contenders.js';
import type { Program } from './programs.js';
import type { Run } from './run-contender.js';

export const ROUNDS = 5;
/** Of one contender on one program: those that take longer get fewer rounds, but at least one. */
export const SECONDS = 6;

/** Of one program by one contender: a run of each round, or null where it failed. */
export interface Entry {
  readonly program: Program;
  readonly contender: Contender;
  readonly runs: (Run | null)[];
}

export interface Race {
  readonly rounds: number;
  readonly entries: readonly Entry[];
  /** In words. */
  readonly failures: readonly string[];
}

/** They have to compute the same, and kernts has to count the same whatever the timing. */
function differences(entries: readonly Entry[]): string[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ program, contender, runs }) =>
    runs.flatMap((run) => {
      const values = [
        [`checksum of ${contender.work} the work`, run?.checksum],
        [`hits of kernts, ${contender.setting}`, run?.hits],
      ] as const;
      return values.flatMap(([what, value]) => {
        const key = `${program.name}: ${what}`;
        if (value === undefined) return [];
        if (!first.has(key)) first.set(key, value);
        return first.get(key) === value ? [] : [`${key} is ${value} with ${contender.name}, not ${first.get(key)}`];
      });
    }),
  );
}

export async function race(
  programs: readonly Program[],
  contenders: readonly Contender[],
  rounds: number,
  run: (contender: Contender, program: Program) => Promise<Run>,
): Promise<Race> {
  const failures: string[] = [];
  const entries = programs.flatMap((program) =>
    contenders
      .filter(({ language }) => language === 'JavaScript' || program.python)
      .map((contender): Entry => ({ program, contender, runs: [] })),
  );
  const spent = new Map(entries.map((entry) => [entry, 0]));
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) {
      const own = entries.filter((entry) => entry.program === program && (spent.get(entry) ?? 0) < SECONDS * 1_000);
      // The order rotates, so that none always follows the same one.
      for (const entry of [...own.slice(round), ...own.slice(0, round)]) {
        const start = performance.now();
        const outcome = await run(entry.contender, program).catch((error: unknown) => String(error));
        spent.set(entry, (spent.get(entry) ?? 0) + performance.now() - start);
        if (typeof outcome === 'string') {
          failures.push(`${program.name}: ${entry.contender.name}, ${entry.contender.setting}: ${outcome}`);
        }
        entry.runs.push(typeof outcome === 'string' ? null : outcome);
      }
    }
  }
  return { rounds, entries, failures: [...failures, ...differences(entries)] };
}
