import { afterAll, beforeAll, expect } from 'vitest';
import { runReader } from '../readers/run-reader.js';
import { testWith } from '../readers/with-reader.js';
import { type KnownProject, makeKnownProject, ODD } from './known-project.js';

let project: KnownProject;
let file: string;
beforeAll(async () => {
  project = makeKnownProject();
  file = await project.export('pprof', 'known.pb.gz');
});
afterAll(() => project.remove());

async function pprof(go: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await runReader(go, ['tool', 'pprof', ...args, file], {
    cwd: project.folder,
    // Where it would keep copies of profiles.
    env: { PPROF_TMPDIR: project.folder, HOME: project.folder },
  });
  return stdout;
}

testWith('go', 'go tool pprof -top -lines tells lines apart', async (go) => {
  const stdout = await pprof(go, '-top', '-lines', '-nodefraction=0');
  expect(stdout).toMatch(/^Type: time$/m);
  expect(stdout).toMatch(/^Duration: 700ms, Total samples = 100ms \(14\.29%\)$/m);
  const rows = [...stdout.matchAll(/^ +(\S+) +\S+% +\S+% +\S+ +\S+% {2}(.*)$/gm)].map((row) => row.slice(1));
  expect(rows).toEqual([
    ['70ms', 'step grid.ts:4'],
    ['15ms', `a;b "c" \`d\` ${ODD}:2`],
    ['9ms', 'step grid.ts:5'],
    ['4ms', `(1) fn=(2) x ${ODD}:3`],
    ['1ms', 'step grid.ts:3'],
    ['1ms', `日本 ${ODD}:4`],
  ]);
});

testWith('go', 'go tool pprof -list prints the source with its times', async (go) => {
  const stdout = await pprof(go, '-list', '^step$');
  expect(stdout).toMatch(/^ROUTINE =+ step in grid\.ts$/m);
  expect(stdout).toMatch(/^ +1ms +1ms +3: {2}let sum = 0;$/m);
  expect(stdout).toMatch(/^ +70ms +70ms +4: {2}for \(const cell of cells\) sum \+= cell;$/m);
});

testWith('go', 'go tool pprof counts hits and waits as well', async (go) => {
  expect(await pprof(go, '-sample_index=hits', '-list', '^step$')).toMatch(/^ +210 +210 +4: /m);
  expect(await pprof(go, '-sample_index=await', '-list', '^step$')).toMatch(/^ +500ms +500ms +5: /m);
});
