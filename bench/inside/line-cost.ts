/** Arguments: the plain, the counted and the timed module, and how many rounds each `run` gets. */
import { installRuntime } from '../../packages/runtime/src/index.js';
import { timeInRounds } from '../rounds.js';

export interface LineCost {
  /** Nanoseconds of one `performance.now()` in a loop. */
  readonly clockNs: number;
  /** What timing adds, per hit of a line and per clock reading. */
  readonly perHitNs: number;
  readonly perReadingNs: number;
  /** What counting adds, per hit of a line. */
  readonly countingNs: number;
  readonly probeCostNs: number;
  readonly slowdown: { readonly off: number; readonly exact: number };
}

type Program = { run(rounds: number): number };

const CLOCK_READINGS = 50_000;
const runtime = installRuntime({ timing: 'exact' });
const [plain, off, exact] = (await Promise.all(
  process.argv.slice(2, 5).map((path): Promise<Program> => import(path)),
)) as [Program, Program, Program];
const rounds = Number(process.argv[5]);
let kept = 0;

function readClock(): void {
  let sum = 0;
  for (let reading = 0; reading < CLOCK_READINGS; reading++) sum += performance.now();
  kept += sum;
}

const ms = timeInRounds(
  {
    plain: () => {
      kept += plain.run(rounds);
    },
    off: () => {
      kept += off.run(rounds);
    },
    exact: () => {
      kept += exact.run(rounds);
    },
    clock: readClock,
  },
  { rounds: 31, warmUp: 9 },
);

const before = runtime.snapshot();
exact.run(rounds);
const after = runtime.snapshot();
const hitsIn = ({ functions }: typeof after) =>
  functions.flatMap((fn) => fn.lines).reduce((sum, { hits }) => sum + hits, 0);
const hits = hitsIn(after) - hitsIn(before);
const readings = after.timing.readings - before.timing.readings;
const added = (mode: 'off' | 'exact') => (ms[mode] - ms.plain) * 1e6;

const answer: LineCost = {
  clockNs: (ms.clock * 1e6) / CLOCK_READINGS,
  perHitNs: added('exact') / hits,
  perReadingNs: added('exact') / readings,
  countingNs: added('off') / hits,
  probeCostNs: after.timing.probeCostNs,
  slowdown: { off: ms.off / ms.plain, exact: ms.exact / ms.plain },
};
// What was computed is printed, so that nothing of it can be left out.
console.log(kept);
console.log(JSON.stringify(answer));
