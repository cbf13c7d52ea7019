/** Arguments: the timed module, and one with each of its lines alone in a loop. */
import { installRuntime } from '../../packages/runtime/src/index.js';
import { timeInRounds } from '../rounds.js';

export interface LineShares {
  /** Nanoseconds of each line: measured alone, without kernts. */
  readonly aloneNs: readonly number[];
  /** Nanoseconds of each line as the profile says it. */
  readonly profiledNs: readonly number[];
}

type Timed = { run(rounds: number): number };
type Alone = { readonly lines: readonly ((rounds: number) => number)[] };

const CALLS = 2_000;
const ROUNDS = 1_000;
const [timedPath = '', alonePath = ''] = process.argv.slice(2);
const runtime = installRuntime({ timing: 'exact' });
const { run } = (await import(timedPath)) as Timed;
const { lines } = (await import(alonePath)) as Alone;
let kept = 0;

const alone = timeInRounds(
  Object.fromEntries(
    lines.map((line, index) => [
      index,
      () => {
        kept += line(ROUNDS);
      },
    ]),
  ),
  { rounds: 61, warmUp: 9 },
);

// Many short calls rather than a long one: V8 compiles the function for good after some of them.
for (let call = 0; call < CALLS; call++) kept += run(ROUNDS);
const profiled = runtime.snapshot().functions[0]?.lines ?? [];

const answer: LineShares = {
  aloneNs: Object.values(alone).map((time) => (time * 1e6) / ROUNDS),
  profiledNs: profiled.filter(({ hits }) => hits === CALLS * ROUNDS).map(({ hits, timeNs }) => timeNs / hits),
};
console.log(kept);
console.log(JSON.stringify(answer));
