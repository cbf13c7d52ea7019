/** Programs whose lines take known times. */

export interface Case {
  readonly name: string;
  /** Of kernts: `run`, or the function that it calls. */
  readonly listing: string;
  /** The module with the mark. A comment like `// = label` at the end of a line names it. */
  readonly source: string;
  readonly lines: readonly Line[];
  readonly calls: number;
  /** What `run` is called with. */
  readonly rounds: number;
  /** The lines take 1 : 2 : … : 64. */
  readonly ratio?: true;
}

export interface Line {
  readonly label: string;
  readonly truth: Truth;
}

export interface Part {
  readonly statement: string;
  /** In how many of its hits. */
  readonly share: number;
}

/** What the line truly takes. */
export type Truth =
  /** As often as it is hit, what these statements take, each in a loop of its own. */
  | { readonly kind: 'alone'; readonly parts: readonly Part[] }
  /** As much as the plain program takes in all. */
  | { readonly kind: 'whole' }
  /** Per hit of another line, a multiple of what lines that are known alone take together. */
  | { readonly kind: 'multiple'; readonly of: readonly string[]; readonly times: number; readonly perHitOf: string };

export const HEAD = `import lodash from 'lodash';
import { objects, scattered, steps } from './steps.mjs';
export const memory = new Int32Array(1);
export const kept = [null];
export const numbers = Array.from({ length: 100 }, (_, index) => (index * 37) % 101);
export let count = 0;
`;

const TARGET_NS = 2e9;
const LENGTHS = [1, 2, 4, 8, 16, 32, 64];
const UNITS = LENGTHS.reduce((sum, length) => sum + length, 0);

/** So many rounds and calls that the program runs for two seconds. */
function lengthOf(roundNs: number): { readonly calls: number; readonly rounds: number } {
  const rounds = Math.max(1, Math.round(2e6 / roundNs));
  return { rounds, calls: Math.max(20, Math.round(TARGET_NS / (roundNs * rounds))) };
}

const alone = (label: string, statement: string): Line => ({
  label,
  truth: { kind: 'alone', parts: [{ statement, share: 1 }] },
});

type Statements = Readonly<Record<string, string>>;

function loopOf(statements: Statements): string {
  const body = Object.entries(statements).map(([label, statement]) => `    ${statement} // = ${label}`);
  return `${HEAD}// @profile
export function run(rounds) {
  for (let round = 0; round < rounds; round++) {
${body.join('\n')}
  }
  return memory[0];
}
`;
}

function loopCase(
  name: string,
  statementOf: (units: number) => string,
  roundNs: number,
  before: Statements = {},
): Case {
  const ratio = Object.fromEntries(LENGTHS.map((units) => [`line ${units}`, statementOf(units)]));
  const statements: Statements = { ...before, ...ratio };
  const lines = Object.entries(statements).map(([label, statement]) => alone(label, statement));
  return { name, listing: 'run', source: loopOf(statements), lines, ratio: true, ...lengthOf(roundNs) };
}

/** Nothing is called; longer lines would make a function that V8 does not compile. */
function unrolled(stepsPerUnit: number) {
  const step = ' value = (Math.imul(value, 48271) + 1) | 0;';
  return (units: number) => `{ let value = memory[0];${step.repeat(units * stepsPerUnit)} memory[0] = value; }`;
}

function called(stepsPerUnit: number) {
  return (units: number) => `memory[0] = steps(memory[0], ${units * stepsPerUnit});`;
}

function allocating(objectsPerUnit: number) {
  return (units: number) => `memory[0] = objects(${units * objectsPerUnit});`;
}

/** Without it, every round allocates the same, and the garbage is always collected on the same lines. */
function shifting(objects: number): Statements {
  return { shift: `memory[0] = objects(1 + scattered(round, ${objects}));` };
}

const ratioLoops: readonly Case[] = [
  loopCase('4 ns to 0.3 µs', unrolled(4), UNITS * 4),
  loopCase('10 ns to 0.6 µs', unrolled(10), UNITS * 10),
  loopCase('0.1 to 6 µs', called(100), UNITS * 100),
  loopCase('1 to 64 µs', called(1_000), UNITS * 1_000),
  loopCase('10 to 640 µs', called(10_000), UNITS * 10_000),
  loopCase('0.16 to 10 ms', called(160_000), UNITS * 160_000),
  loopCase('allocating 4 to 256 objects', allocating(4), UNITS * 20, shifting(50)),
  loopCase('allocating 50 to 3,200 objects', allocating(50), UNITS * 250, shifting(500)),
];

const USUAL = 'memory[0] = steps(memory[0], 20);';
const RARE = 'memory[0] = steps(memory[0], 2_000_000);';
const AROUND_RARE = {
  steady: 'memory[0] = steps(memory[0], 1_000);',
  rare: 'memory[0] = steps(memory[0], ++count % 1_000 === 0 ? 2_000_000 : 20);',
  longer: 'memory[0] = steps(memory[0], 2_000);',
};

const rare: Case = {
  name: 'slow once in 1,000 hits',
  listing: 'run',
  source: loopOf(AROUND_RARE),
  lines: [
    alone('steady', AROUND_RARE.steady),
    {
      label: 'rare',
      truth: {
        kind: 'alone',
        parts: [
          { statement: USUAL, share: 0.999 },
          { statement: RARE, share: 0.001 },
        ],
      },
    },
    alone('longer', AROUND_RARE.longer),
  ],
  ...lengthOf(5_000),
};

const DEPTH = 4;

function recursion(name: string, size: number): Case {
  const down = `memory[0] = steps(memory[0], ${size});`;
  const up = `memory[0] = steps(memory[0], ${2 * size});`;
  return {
    name,
    listing: 'descend',
    source: `${HEAD}// @profile
function descend(depth) {
  ${down} // = down
  if (depth > 0) descend(depth - 1); // = inner
  ${up} // = up
}

export function run(rounds) {
  for (let round = 0; round < rounds; round++) descend(${DEPTH});
  return memory[0];
}
`,
    lines: [
      alone('down', down),
      alone('up', up),
      // Of the five activations the outermost waits for four, the next for three.
      {
        label: 'inner',
        truth: { kind: 'multiple', of: ['down', 'up'], times: DEPTH / 2, perHitOf: 'inner' },
      },
    ],
    ...lengthOf((DEPTH + 1) * 3 * size),
  };
}

function callback(name: string, call: string, parameters: string, size: number): Case {
  const first = `memory[0] = steps(memory[0], ${size});`;
  const second = `memory[0] = steps(memory[0], ${2 * size});`;
  const numbersNs = 100 * 3 * size;
  const last = parameters.includes(',') ? 'return one - other;' : 'return one;';
  return {
    name,
    listing: 'run',
    source: `${HEAD}// @profile
export function run() {
  kept[0] = ${call.replace(
    'CALLBACK',
    `(${parameters}) => { // = call
    ${first} // = first
    ${second} // = second
    ${last}
  }`,
  )};
  return memory[0];
}
`,
    lines: [alone('first', first), alone('second', second), { label: 'call', truth: { kind: 'whole' } }],
    rounds: 1,
    // Sorting compares some five times as often as there are numbers.
    calls: Math.round(TARGET_NS / (numbersNs * (parameters.includes(',') ? 5 : 1))),
  };
}

function callbacks(size: number, what: string): Case[] {
  return [
    callback(`callback of Array.map, ${what}`, 'numbers.map(CALLBACK)', 'one', size),
    callback(`callback of Array.sort, ${what}`, '[...numbers].sort(CALLBACK)', 'one, other', size),
    callback(`callback of lodash.sortBy, ${what}`, 'lodash.sortBy(numbers, CALLBACK)', 'one', size),
  ];
}

export const cases: readonly Case[] = [
  ...ratioLoops,
  rare,
  recursion('recursion, 0.1 µs', 100),
  recursion('recursion, 2 µs', 2_000),
  ...callbacks(100, '0.1 µs'),
  ...callbacks(2_000, '2 µs'),
];
