/** Makes random programs by a seed, runs them in batches, and makes the smallest program of each that fails. */
import fc from 'fast-check';
import { type Checked, check, type Failure } from './check.js';
import type { ProgramRunner } from './child-process.js';
import { FORMS, programs, type RandomProgram } from './program.js';
import { reduce } from './reduce.js';
import { type Woven, weaveProgram } from './weave-program.js';

export interface Request {
  readonly seed: number;
  readonly count: number;
  readonly runner: ProgramRunner;
  /** Whether the runner's Node has `using`. */
  readonly hasUsing: boolean;
}

export interface Broken {
  readonly index: number;
  readonly program: RandomProgram;
  readonly failures: readonly Failure[];
}

export interface Outcome {
  /** Programs that ended within their limits. */
  readonly compared: number;
  /** Lines that each witness spoke of. */
  readonly lines: Record<keyof Checked['compared'], number>;
  readonly broken: readonly Broken[];
  /** Forms of the grammar that no program was made of. */
  readonly missing: readonly string[];
}

const BATCH = 40;
const MS_TO_END = 5000;

let lastName = 0;

/** What could not even be woven is checked already. */
type Prepared = Woven | Checked;

function weaveAll(list: readonly RandomProgram[]): Prepared[] {
  return list.map((program) => {
    try {
      return weaveProgram(`p${++lastName}`, program);
    } catch (error) {
      const failures = [{ kind: 'text' as const, detail: String(error) }];
      return { failures, compared: { v8: 0, istanbul: 0, trace: 0 }, hasThrown: false };
    }
  });
}

/** Null for each program that goes on for too long. */
async function runAndCheck(
  runner: ProgramRunner,
  prepared: readonly Prepared[],
  patience?: number,
): Promise<(Checked | null)[]> {
  const orders = prepared.flatMap((one) => ('order' in one ? [one.order] : []));
  const answer = await runner.run(orders, patience);
  return prepared.map((one) => ('order' in one ? check(one, answer) : one));
}

export async function search({ seed, count, runner, hasUsing }: Request): Promise<Outcome> {
  const all = fc.sample(programs(hasUsing), { seed, numRuns: count });
  const broken: Broken[] = [];
  const lines = { v8: 0, istanbul: 0, trace: 0 };
  let compared = 0;
  const take = (batch: readonly RandomProgram[], start: number, results: readonly (Checked | null)[]) => {
    results.forEach((checked, index) => {
      if (checked === null) return;
      compared++;
      for (const witness of ['v8', 'istanbul', 'trace'] as const) lines[witness] += checked.compared[witness];
      const { failures } = checked;
      if (failures.length > 0) broken.push({ index: start + index, program: batch[index] as RandomProgram, failures });
    });
  };
  // While one batch runs, the next is woven.
  let running: Promise<void> = Promise.resolve();
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const woven = weaveAll(batch);
    await running;
    running = runAndCheck(runner, woven).then((results) => take(batch, start, results));
  }
  await running;
  // Members are written by their class.
  const unused = Object.keys(FORMS).filter((form) => form !== 'member' && !all.some(({ forms }) => forms.has(form)));
  return { compared, lines, broken, missing: unused };
}

function sameFailure(checked: Checked | null | undefined, like: Failure | undefined): Failure | undefined {
  // V8's counts are exact only as long as nothing throws.
  if (like?.kind === 'v8' && checked?.hasThrown) return undefined;
  return checked?.failures.find(({ kind }) => kind === like?.kind);
}

/** The smallest program that fast-check finds to fail in the same way, made smaller still by its syntax. */
export async function shrink(request: Request, { index, program, failures }: Broken, ms: number): Promise<string> {
  const { runner, seed, hasUsing } = request;
  const [like] = failures;
  let smallest = program;
  const property = fc.asyncProperty(programs(hasUsing), async (candidate) => {
    const [checked] = await runAndCheck(runner, weaveAll([candidate]));
    if (sameFailure(checked, like) === undefined) return;
    smallest = candidate;
    throw new Error('smaller');
  });
  const limits = { interruptAfterTimeLimit: ms / 4, markInterruptAsFailure: false };
  await fc.check(property, { seed, path: String(index), numRuns: 1, ...limits });
  const fails = async (list: readonly RandomProgram[]) => {
    // What is cut out of a program may be what ends it.
    const all = await runAndCheck(runner, weaveAll(list), MS_TO_END).catch(() => list.map(() => null));
    return all.map((checked) => sameFailure(checked, like) !== undefined);
  };
  smallest = await reduce(smallest, fails, (ms / 4) * 3);
  const [checked] = await runAndCheck(runner, weaveAll([smallest]));
  const failure = sameFailure(checked, like) ?? like;
  return `seed ${seed}, program ${index}, ${smallest.file}: ${failure?.kind}: ${failure?.detail}\n\n${smallest.source}`;
}
