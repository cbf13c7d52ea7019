/**
 * Random programs, nested in each other as nobody would write them: woven they must do what they did plain, and every
 * line's hits must be what V8, istanbul and the program's own trace say. `KERNTS_RANDOM=<seed>,<programs>` looks further.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { ProgramRunner } from './child-process.js';
import { search, shrink } from './search.js';

const [seed, count] = (process.env['KERNTS_RANDOM'] ?? '1,240').split(',').map(Number) as [number, number];
const PATIENCE = 60_000 + count * 1_000;
const MS_TO_SHRINK = 30_000;
const SHOWN = 3;
const ENOUGH_FOR_ALL_FORMS = 200;

const withUsing = nodeMajors.find(({ name }) => name === 'Node 24');
const runs = [
  { name: nodeMajors[0]?.name, node: process.execPath, hasUsing: false, share: 1 },
  ...(withUsing ? [{ name: withUsing.name, node: withUsing.path, hasUsing: true, share: 0.25 }] : []),
];

describe.each(runs)('random programs on $name', ({ node, hasUsing, share }) => {
  const runner = new ProgramRunner(node);
  afterAll(() => runner.remove());

  it('do what they did, and count what the witnesses count', { timeout: PATIENCE }, async () => {
    const programs = Math.ceil(count * share);
    const request = { seed, count: programs, runner, hasUsing };
    const { compared, lines, broken, missing } = await search(request);
    const told: string[] = [];
    for (const one of broken.slice(0, SHOWN)) told.push(await shrink(request, one, MS_TO_SHRINK / SHOWN));
    expect(told, `${broken.length} programs are wrong`).toEqual([]);
    if (programs >= ENOUGH_FOR_ALL_FORMS) expect(missing).toEqual([]);
    expect(compared).toBeGreaterThan(0.9 * programs);
    expect(lines.v8).toBeGreaterThan(5 * programs);
    expect(lines.trace).toBeGreaterThan(10 * programs);
    if (!hasUsing) expect(lines.istanbul).toBeGreaterThan(15 * programs);
  });
});
