/** Interleaving: whatever the machine does meanwhile hits every candidate alike. */
import { medianOf } from './spread.js';

/** Milliseconds of each candidate in each round. The order rotates, so that none always follows the same one. */
export function timeInRounds<Name extends string>(
  candidates: Readonly<Record<Name, () => void>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Record<Name, number> {
  const names = Object.keys(candidates) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + Math.abs(round)) % names.length] as Name;
      const start = performance.now();
      candidates[name]();
      const elapsed = performance.now() - start;
      if (round >= 0) times[name].push(elapsed);
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(times[name])])) as Record<Name, number>;
}

/** Runs jobs `times` times, each time all of them one after the other, and gathers what they answer with. */
export async function alternate<Job, Answer>(
  jobs: readonly Job[],
  times: number,
  run: (job: Job) => Promise<Answer>,
): Promise<Map<Job, Answer[]>> {
  const answers = new Map(jobs.map((job): [Job, Answer[]] => [job, []]));
  for (let time = 0; time < times; time++) {
    for (const job of jobs) answers.get(job)?.push(await run(job));
  }
  return answers;
}
