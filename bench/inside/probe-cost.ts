/** Calls each probe as woven code does, with nothing between the calls. */
import { type FileDescription, installRuntime } from '../../packages/runtime/src/index.js';
import { timeInRounds } from '../rounds.js';

/** Nanoseconds per clock reading; `count` and `clock` per time. */
export type ProbeCost = Readonly<Record<keyof typeof probes, number>>;

const TIMES = 20_000;

/** Activation 1 runs in one go, 2 can be suspended; the sites stand on lines of their own. */
const description: FileDescription = {
  path: '/bench/probe-cost.ts',
  sha256: '',
  functions: [{ name: 'measured', markLine: null, line: 1, endLine: 4 }],
  activations: [0, 1, 2].map((index) => ({ fn: 0, own: index > 0, calls: 5 + index })),
  sites: { line: [0, 1, 2, 3, 4], column: [0, 0, 0, 0, 0], fn: [0, 0, 0, 0, 0] },
};

const { h, n, p, w, z, c, e, N, P, S, R, F } = installRuntime({ timing: 'exact' }).open(description);
let kept = 0;

function inOneActivation(line: (depth: number, site: number) => void): () => void {
  return () => {
    const depth = n(1, 0);
    for (let time = 0; time < TIMES; time += 2) {
      line(depth, 1);
      line(depth, 2);
    }
    e(depth);
  };
}

const probes = {
  clock: () => {
    let sum = 0;
    for (let time = 0; time < TIMES; time++) sum += performance.now();
    kept += sum;
  },
  count: () => {
    for (let time = 0; time < TIMES; time += 4) {
      h[1]! += 1;
      h[2]! += 1;
      h[3]! += 1;
      h[4]! += 1;
    }
  },
  line: inOneActivation((depth, site) => p(depth, site)),
  resumedLine: inOneActivation((depth, site) => z(depth, site)),
  sharedLine: inOneActivation((depth, site) => w(depth, site)),
  caughtLine: inOneActivation((depth, site) => c(depth, site)),
  call: () => {
    for (let time = 0; time < TIMES; time += 2) e(n(1, 1));
  },
  suspendableLine: () => {
    const activation = N(2, 0);
    for (let time = 0; time < TIMES; time += 2) {
      P(activation, 1);
      P(activation, 2);
    }
    F(activation);
  },
  suspendableCall: () => {
    for (let time = 0; time < TIMES; time += 2) F(N(2, 1));
  },
  suspension: () => {
    const activation = N(2, 1);
    for (let time = 0; time < TIMES; time += 2) {
      S(activation);
      R(activation, undefined);
    }
    F(activation);
  },
};

const ms = timeInRounds(probes, { rounds: 31, warmUp: 9 });
const answer = Object.fromEntries(Object.entries(ms).map(([name, time]) => [name, (time * 1e6) / TIMES]));
console.log(kept);
console.log(JSON.stringify(answer));
