/** What Node and others find out about a program, they find out beside kernts as well. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { COMMAND, hitsOf, runKernts, runNode, TSX } from '../support/run-kernts.js';

const { folder: cwd, remove } = makeProject({
  'package.json': '{ "type": "module" }',
  'app.ts': `enum Rate { Full = 2 }

// @profile
function total(prices: readonly number[]): number {
  let sum: number = 0;
  for (const price of prices) {
    sum += price * Rate.Full;
  }
  return sum;
}

function never(): number {
  return 1;
}

console.log(total([1, 2]));
if (process.argv[2] === 'never') never();
if (process.argv[2] === 'throw') throw new Error('here');
`,
  'busy.mjs': `// @profile
function busy() {
  const end = performance.now() + 100;
  let n = 0;
  while (performance.now() < end) n++;
  return n;
}
busy();
`,
});
afterAll(remove);

const scratch = mkdtempSync(join(tmpdir(), 'kernts-tools-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const fromHere = createRequire(import.meta.url);
const C8 = join(dirname(fromHere.resolve('c8/package.json')), 'bin/c8.js');

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly functionName: string }[];
  }[];
}

interface CpuProfile {
  readonly nodes: readonly { readonly callFrame: { readonly functionName: string; readonly url: string } }[];
}

function filesIn<T>(folder: string): readonly T[] {
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T);
}

/** Hits by line, as lcov has them. */
function coveredLines(folder: string, file: string): readonly string[] {
  const records = readFileSync(join(folder, 'lcov.info'), 'utf8').split('end_of_record');
  const record = records.find((text) => text.includes(`SF:${file}`)) ?? '';
  return [...record.matchAll(/^DA:(.*)$/gm)].map(([, line = '']) => line);
}

describe.each(nodeMajors)('$name', ({ name, path: node }) => {
  test('NODE_V8_COVERAGE: the program is in its folder', async () => {
    const folder = join(scratch, `v8 ${name}`);
    const { profile } = await runKernts(['app.ts'], { cwd, node, env: { NODE_V8_COVERAGE: folder } });
    expect(hitsOf(profile)).toEqual(['app.ts: total 5:1 6:3 7:2 9:1']);
    const { href } = pathToFileURL(join(cwd, 'app.ts'));
    const scripts = filesIn<Coverage>(folder).flatMap(({ result }) => result.filter(({ url }) => url === href));
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.functions.map(({ functionName }) => functionName)).toEqual(
      expect.arrayContaining(['total', 'never']),
    );
  });

  test('--cpu-prof: of the program, in its own lines', async () => {
    const folder = join(scratch, `cpu ${name}`);
    const command = ['--', node, '--cpu-prof', `--cpu-prof-dir=${folder}`, 'busy.mjs'];
    const { profile } = await runKernts(command, { cwd, node });
    expect(profile?.functions.map((fn) => fn.calls)).toEqual([1]);
    const profiles = filesIn<CpuProfile>(folder);
    const frames = profiles.flatMap(({ nodes }) => nodes.map(({ callFrame }) => callFrame));
    expect(frames).toContainEqual(
      expect.objectContaining({ functionName: 'busy', url: pathToFileURL(join(cwd, 'busy.mjs')).href, lineNumber: 1 }),
    );
  });

  test('--enable-source-maps: stack traces name the same places', async () => {
    const env = { NODE_OPTIONS: '--enable-source-maps' };
    const { stderr, code } = await runKernts(['app.ts', 'throw'], { cwd, node, env });
    expect(code).toBe(1);
    expect(stderr).toContain(`${join(cwd, 'app.ts')}:18:40`);
  });
});

test('c8 covers the same lines as without kernts', async () => {
  const covered = async (name: string, ...command: readonly string[]) => {
    const folder = join(scratch, name);
    const options = ['--temp-directory', join(folder, 'raw'), '--reporter', 'lcovonly', '--reports-dir', folder];
    const { stdout } = await runNode([C8, ...options, process.execPath, ...command], { cwd });
    expect(stdout).toBe('6\n');
    return coveredLines(folder, 'app.ts');
  };
  const plain = await covered('c8 plain', '--import', TSX, 'app.ts');
  expect(plain).toContain('13,0');
  expect(await covered('c8 kernts', COMMAND, '-q', '-o', join(scratch, 'c8.lprof'), 'app.ts')).toEqual(plain);
});
