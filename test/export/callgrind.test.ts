import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { runReader } from '../readers/run-reader.js';
import { testWith } from '../readers/with-reader.js';
import { makeProject } from '../support/project.js';
import { COMMAND, runKernts, runNode } from '../support/run-kernts.js';
import { type KnownProject, makeKnownProject } from './known-project.js';

let project: KnownProject;
beforeAll(() => {
  project = makeKnownProject();
});
afterAll(() => project.remove());

testWith('callgrind_annotate', 'callgrind_annotate prints the source with its costs', async (command) => {
  const file = await project.export('callgrind', 'callgrind.out');
  const { stdout, stderr } = await runReader(command, ['--threshold=100', file], { cwd: project.folder });

  expect(stderr).toBe('');
  expect(stdout).not.toMatch(/warning/i);
  expect(stdout).toMatch(/^100,000,000 \(100\.0%\) 242 \(100\.0%\) {2}PROGRAM TOTALS$/m);
  expect(stdout).toMatch(/^100,000,000 \(100\.0%\) 242 \(100\.0%\) {2}events annotated$/m);
  expect(stdout).toMatch(/^80,000,000 \(80\.00%\) 230 \(95\.04%\) {2}grid\.ts:step$/m);
  expect(stdout).toMatch(/^15,000,000 .* 7 .* {2}odd dir\/a;b#\(1\) =x`\.ts:a;b "c" `d`$/m);
  expect(stdout).toMatch(/^ 4,000,000 .* 3 .*:\(1\) fn=\(2\) x$/m);
  expect(stdout).toMatch(/^ 1,000,000 \( 1\.00%\) {2}10 \( 4\.13%\) {4}let sum = 0;$/m);
  expect(stdout).toMatch(/^70,000,000 \(70\.00%\) 210 \(86\.78%\) {4}for \(const cell of cells\) sum \+= cell;$/m);
  expect(stdout).toMatch(/^ 1,000,000 \( 1\.00%\) +2 \( 0\.83%\) {4}日本: \(\) => "=1\+1",$/m);
});

const program = `// @profile
function inner(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += Math.sqrt(i);
  }
  return sum;
}

// @profile
function outer(): number {
  let all = 0;
  for (let i = 0; i < 3; i++) {
    all += inner(1000);
  }
  return all;
}
console.log(outer() > 0);
`;

testWith('callgrind_annotate', 'callgrind_annotate prints what a program did', async (command) => {
  const { folder, remove } = makeProject({ 'program.ts': program });
  try {
    const { profile } = await runKernts(['program.ts'], { cwd: folder });
    writeFileSync(join(folder, 'program.lprof'), JSON.stringify(profile));
    await runNode([COMMAND, 'export', '-o', 'callgrind.out', 'program.lprof'], { cwd: folder });
    const { stdout, stderr } = await runReader(command, ['--threshold=100', 'callgrind.out'], { cwd: folder });

    expect(stderr).toBe('');
    // Nothing twice: what `inner` did is not counted again in the line of `outer` that calls it.
    const ownNs = (profile?.functions ?? []).flatMap(({ lines }) => lines.map(({ selfNs }) => selfNs ?? Number.NaN));
    const total = ownNs.reduce((sum, ns) => sum + ns, 0).toLocaleString('en');
    expect(stdout).toMatch(new RegExp(`^${total} \\(100\\.0%\\) .* PROGRAM TOTALS$`, 'm'));
    const hits = 3 + 3003 + 3000 + 3 + (1 + 4 + 3 + 1);
    expect(stdout).toMatch(new RegExp(`${hits.toLocaleString('en')} \\(100\\.0%\\) {2}PROGRAM TOTALS$`, 'm'));
    expect(stdout).toMatch(new RegExp(`${hits.toLocaleString('en')} \\(100\\.0%\\) {2}events annotated$`, 'm'));
    expect(stdout).toMatch(/ 3,003 \(.*\) {4}for \(let i = 0; i < n; i\+\+\) \{$/m);
    expect(stdout).toMatch(/ 3,000 \(.*\) {6}sum \+= Math\.sqrt\(i\);$/m);
    expect(stdout).toMatch(/ +3 \(.*\) {6}all \+= inner\(1000\);$/m);
  } finally {
    remove();
  }
});
