/** Compiled JavaScript with a source map is reported in lines of the original, as if the original had run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts } from '../support/run-kernts.js';

const original = `import { helper } from './helper';

interface Point { readonly x: number; readonly y: number }
enum Mode { A, B }

/**
 * @profile
 */
export function calc(points: readonly Point[], mode: Mode): number {
  let total = 0;
  for (const { x, y } of points) {
    if (mode === Mode.A) {
      total += x;
    } else if (x > y) {
      total += y;
    }
    try {
      total += points?.length ?? 0;
    } finally {
      total -= helper(1);
    }
  }
  return total;
}

export class Grid {
  constructor(private readonly size: number) {}
  // @profile
  async step(): Promise<number> {
    const half = this.size / 2;
    await null;
    return half;
  }
}
console.log(calc([{ x: 1, y: 2 }, { x: 5, y: 2 }, { x: 3, y: 1 }], Mode.B));
void new Grid(3).step().then((half) => {
  if (half > 1) throw new Error('here');
});
`;

const helper = `export function helper(n: number): number {
  return n;
}
`;

const { folder: cwd, remove } = makeProject({ 'package.json': '{}', 'src/main.ts': original, 'src/helper.ts': helper });
afterAll(remove);

const expected = [
  'src/main.ts: Grid.step 30:1 31:1 32:1',
  'src/main.ts: calc 10:1 11:4 12:3 13:0 14:3 15:2 17:3 18:3 19:3 20:3 23:1',
];

function compileWithTypeScript(outDir: string, options: ts.CompilerOptions): void {
  const common = { module: ts.ModuleKind.CommonJS, types: [], outDir: join(cwd, outDir), sourceMap: true };
  ts.createProgram([join(cwd, 'src/main.ts')], { ...common, ...options }).emit();
}

beforeAll(async () => {
  compileWithTypeScript('tsc', { target: ts.ScriptTarget.ES2022 });
  compileWithTypeScript('tsc-2017', { target: ts.ScriptTarget.ES2017, removeComments: false });
  compileWithTypeScript('tsc-inline', {
    target: ts.ScriptTarget.ES2022,
    sourceMap: false,
    inlineSourceMap: true,
    inlineSources: true,
    removeComments: true,
  });
  const entryPoints = [join(cwd, 'src/main.ts')];
  const bundled = { entryPoints, bundle: true, platform: 'node', absWorkingDir: cwd, logLevel: 'warning' } as const;
  await build({ ...bundled, outfile: 'esbuild/main.js', sourcemap: true });
  await build({ ...bundled, outfile: 'esbuild-esm/main.mjs', sourcemap: 'inline', format: 'esm' });
  await build({ ...bundled, outfile: 'partly/main.js', sourcemap: true });
  loseText(join(cwd, 'partly/main.js.map'), 'helper.ts');
});

/** As a package that publishes its maps, but not all of what it was made of. */
function loseText(path: string, name: string): void {
  const map = JSON.parse(readFileSync(path, 'utf8')) as { sources: string[]; sourcesContent: (string | null)[] };
  const at = map.sources.findIndex((source) => source.endsWith(name));
  map.sources[at] = `../lost/${name}`;
  map.sourcesContent[at] = null;
  writeFileSync(path, JSON.stringify(map));
}

const majors = [...new Set([nodeMajors[0], nodeMajors.at(-1)])].filter((major) => major !== undefined);

describe.concurrent.each(majors)('$name', ({ path: node }) => {
  test.each([
    'src/main.ts',
    'tsc/main.js',
    'tsc-2017/main.js',
    'tsc-inline/main.js',
    'esbuild/main.js',
    'esbuild-esm/main.mjs',
  ])('%s', async (file) => {
    const { profile, stdout, stderr, code } = await runKernts(['-q', file], { node, cwd });
    expect({ stdout, code }).toEqual({ stdout: '9\n', code: 1 });
    expect([...hitsOf(profile)].sort()).toEqual(expected);
    expect(profile?.files.map(({ source }) => source)).toEqual([original]);
    expect(profile?.functions.map(({ markLine, line, endLine }) => [markLine, line, endLine]).sort()).toEqual([
      [28, 29, 33],
      [7, 9, 24],
    ]);
    expect(stderr).toMatch(/src\/main\.ts:37:\d+/);
  });

  test('a function whose original is lost, in lines of what was compiled', async () => {
    const { profile } = await runKernts(['-p', 'partly/main.js', 'partly/main.js'], { node, cwd });
    const functions = hitsOf(profile).map((row) => row.split(' ').slice(0, 2).join(' '));
    expect(functions).toEqual(expect.arrayContaining(['partly/main.js: helper', 'src/main.ts: calc']));
    const compiled = profile?.files.find(({ path }) => path === 'partly/main.js')?.source?.split('\n') ?? [];
    const helperLine = profile?.functions.find(({ name }) => name === 'helper')?.line ?? 0;
    expect(compiled[helperLine - 1]).toContain('function helper');
  });

  test('a compiled function by its name', async () => {
    const args = ['-p', 'esbuild/main.js:helper', 'esbuild/main.js'];
    const { profile, stderr } = await runKernts(args, { node, cwd });
    expect(hitsOf(profile)).toContain('src/helper.ts: helper 2:3');
    expect(stderr).not.toContain('selected nothing');
  });
});
