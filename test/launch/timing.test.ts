/** `--timing auto` in real processes: exact hits, and a sampler that finds the short lines. */
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { runKernts } from '../support/run-kernts.js';

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'short.ts': `// @profile
function short(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += i & 3;
    if (sum > 1000) sum = 0;
  }
  return sum;
}
// @profile
function long(): number {
  const end = performance.now() + 2;
  while (performance.now() < end);
  return end;
}
let [calls, rounds] = [0, 0];
const end = performance.now() + 600;
while (performance.now() < end) {
  short(1000);
  calls++;
  rounds += 1000;
  if (calls % 1000 === 0) long();
}
console.log(JSON.stringify({ calls, rounds }));
`,
  'brief.ts': `// @profile
function brief(n: number): number {
  return n + 1;
}
console.log(brief(1));
`,
});
afterAll(remove);

describe.each(nodeMajors)('$name', ({ path: node }) => {
  test('short lines are sampled, long ones timed, and hits stay exact', async () => {
    const { profile, stdout, stderr } = await runKernts(['-v', '--timing', 'auto', 'short.ts'], { node, cwd });
    const [counts = ''] = stdout.split('\n');
    const { calls, rounds } = JSON.parse(counts) as { calls: number; rounds: number };
    const [short, long] = profile?.functions ?? [];
    expect(short?.calls).toBe(calls);
    expect(short?.lines.map(({ hits }) => hits).slice(0, 3)).toEqual([calls, rounds + calls, rounds]);
    expect(profile?.timing).toMatchObject({ mode: 'auto', samples: expect.any(Number) });
    expect(short?.lines.some(({ samples = 0 }) => samples > 0)).toBe(true);
    expect(long?.lines.some(({ samples = 0 }) => samples > 0)).toBe(false);
    expect(stdout).toMatch(/^Timing: auto \(\d+ lines by clock, \d+ by sampling, [\d,]+ samples\)$/m);
    expect(stdout).toContain('~ These times were sampled.');
    expect(stderr).not.toContain('rror');
  });

  test('a program too short for a sample has a profile by the clock', async () => {
    const { profile } = await runKernts(['--timing', 'auto', 'brief.ts'], { node, cwd });
    expect(profile?.timing).toMatchObject({ mode: 'auto', samples: 0 });
    expect(profile?.functions[0]?.lines).toMatchObject([{ line: 3, hits: 1 }]);
  });
});
