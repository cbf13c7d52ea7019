/** Vitest and Jest in the example projects: what their workers ran, in one profile, whatever kind of workers they are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { hitsOf, runKernts, runNode } from '../support/run-kernts.js';

const scratch = mkdtempSync(join(tmpdir(), 'kernts-runners-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
// What a test run inherits from the one around it would change how it runs.
const env = { VITEST: '', VITEST_POOL_ID: '', VITEST_WORKER_ID: '', NODE_ENV: '', JEST_WORKER_ID: '' };

/** 3 texts, of 8000, 6 and 0 words, 7 and 4 of them different. */
const hits = ['src/count-words.ts: countWords 9:3 10:8009 11:8006 13:3 14:3'];

let runs = 0;
function profile(name: string, command: readonly string[], node?: string) {
  const outfile = join(scratch, `${++runs}.lprof`);
  return runKernts(['-l', '--', ...command], { cwd: example(name), env, outfile, ...(node !== undefined && { node }) });
}

describe('Vitest', () => {
  test.each(['forks', 'threads', 'vmForks', 'vmThreads'])('its pool of %s', async (pool) => {
    const run = await profile('vitest', ['npx', 'vitest', 'run', `--pool=${pool}`]);
    expect(run.stdout).toMatch(/Tests +3 passed/);
    expect(hitsOf(run.profile)).toEqual(hits);
    // The others use a worker again, how many there are depends on the machine.
    if (pool === 'forks' || pool === 'threads') expect(run.profile?.shares).toHaveLength(2);
  });

  test('what -p names', async () => {
    const outfile = join(scratch, 'named.lprof');
    const run = await runKernts(['-p', 'src/short-texts.test.ts', '--', 'npx', 'vitest', 'run'], {
      cwd: example('vitest'),
      env,
      outfile,
    });
    expect(run.profile?.files.map(({ path }) => path).sort()).toEqual([
      'src/count-words.ts',
      'src/short-texts.test.ts',
    ]);
  });

  test('without the plugin, kernts names it', async () => {
    const config = join(scratch, 'plain.config.mjs');
    writeFileSync(config, 'export default {};');
    const command = ['npx', 'vitest', 'run', `--config=${config}`];
    const { stdout, stderr, profile: none } = await profile('vitest', command);
    expect(stdout).toMatch(/Tests +3 passed/);
    expect(none).toBeNull();
    expect(stderr).toContain('add kernts/vite to vitest.config.ts');
  });

  test('does without kernts as if the plugin were not there', async () => {
    const { code, stdout } = await runNode(['node_modules/vitest/vitest.mjs', 'run'], { cwd: example('vitest'), env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Tests +3 passed/);
  });
});

describe('Jest', () => {
  const jest = (...options: readonly string[]) => ['npx', 'jest', ...options];
  const cache = (name: string) => `--cacheDirectory=${join(scratch, name)}`;

  test.each([
    ['in its own process', 1, ['--runInBand']],
    ['in processes', 2, ['--maxWorkers=2']],
    ['in threads', 2, ['--maxWorkers=2', '--workerThreads']],
  ])('%s', async (where, workers, options) => {
    // Without known durations, Jest shares few and quick tests out as well.
    const run = await profile('jest', jest(cache(where), ...options));
    expect(run.stderr).toMatch(/Tests: +3 passed/);
    expect(hitsOf(run.profile)).toEqual(hits);
    expect(run.profile?.shares?.length ?? 1).toBe(workers);
  });

  test('what Jest keeps of a run is used neither by one without kernts nor by one that names other functions', async () => {
    const plain = () => runNode(['node_modules/jest/bin/jest.js', cache('kept')], { cwd: example('jest'), env });
    expect((await plain()).code).toBe(0);
    const outfile = join(scratch, 'kept.lprof');
    const options = { cwd: example('jest'), env, outfile };
    expect(hitsOf((await runKernts(['--', ...jest(cache('kept'))], options)).profile)).toEqual(hits);
    expect(hitsOf((await runKernts(['--', ...jest(cache('kept'))], options)).profile)).toEqual(hits);
    const named = await runKernts(['-p', 'src/long-text.test.ts', '--', ...jest(cache('kept'))], options);
    expect(named.profile?.files.map(({ path }) => path).sort()).toEqual([
      'src/count-words.ts',
      'src/long-text.test.ts',
    ]);
  });
});

describe.each(nodeMajors.slice(1))('$name', ({ path }) => {
  test('Vitest and Jest', async () => {
    const vitest = await profile('vitest', [path, 'node_modules/vitest/vitest.mjs', 'run', '--pool=threads'], path);
    expect(hitsOf(vitest.profile)).toEqual(hits);
    const jest = await profile('jest', [path, 'node_modules/jest/bin/jest.js', '--runInBand'], path);
    expect(hitsOf(jest.profile)).toEqual(hits);
  });
});
