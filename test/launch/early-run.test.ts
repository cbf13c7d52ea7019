/** Functions that another module calls before their own module runs, as a cycle of imports allows. */
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { runKernts, runTsx } from '../support/run-kernts.js';

const first = (other: string) => `import { early } from '${other}';
// @profile
export function sum(numbers: number[]): number {
  let total = 0;
  for (const number of numbers) {
    total += number;
  }
  return total;
}
console.log('later', sum([1, 2]), early);
`;
const second = (other: string) => `import { sum } from '${other}';
export const early = sum([1, 2, 3]);
console.log('early', early);
`;

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'first.mts': first('./second.mjs'),
  'second.mts': second('./first.mjs'),
  'first.cts': first('./second.cjs'),
  'second.cts': second('./first.cjs'),
});
afterAll(remove);

describe.each(nodeMajors)('$name', ({ path: node }) => {
  test.each([
    ['first.mts', 'auto'],
    ['first.mts', 'exact'],
    ['first.mts', 'off'],
    ['first.cts', 'auto'],
    ['first.cts', 'off'],
  ])('%s with --timing %s', async (script, timing) => {
    const plain = await runTsx([script], { node, cwd });
    const { profile, stdout, code } = await runKernts(['-q', '--timing', timing, script], { node, cwd });
    expect(plain.stdout).toBe('early 6\nlater 3 6\n');
    expect({ stdout, code }).toEqual({ stdout: plain.stdout, code: 0 });
    expect(profile?.functions[0]?.calls).toBe(2);
    expect(profile?.functions[0]?.lines.map(({ hits }) => hits)).toEqual([2, 7, 5, 2]);
  });
});

test('the program has WebAssembly as it would have it', async () => {
  const text = "console.log(Object.keys(Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly')).join());";
  const enumerable =
    "console.log(Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly').enumerable, typeof WebAssembly.compile);";
  const code = `${text}${enumerable}`;
  const plain = await runTsx(['-e', code], { cwd });
  expect((await runKernts(['-q', '-c', code], { cwd })).stdout).toBe(plain.stdout);
  expect(plain.stdout).toContain('function');
});
