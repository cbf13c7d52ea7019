/** The plugin in pipelines of Babel 7 and 8: right hits, and maps that lead to the source. */
import * as babel7 from '@babel/core';
import arrowFunctions7 from '@babel/plugin-transform-arrow-functions';
import asyncToGenerator7 from '@babel/plugin-transform-async-to-generator';
import blockScoping7 from '@babel/plugin-transform-block-scoping';
import forOf7 from '@babel/plugin-transform-for-of';
import presetTypescript7 from '@babel/preset-typescript';
import { type EncodedSourceMap, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { installRuntime } from '@kernts/runtime';
import * as babel8 from 'babel8-core';
import arrowFunctions8 from 'babel8-plugin-transform-arrow-functions';
import asyncToGenerator8 from 'babel8-plugin-transform-async-to-generator';
import blockScoping8 from 'babel8-plugin-transform-block-scoping';
import forOf8 from 'babel8-plugin-transform-for-of';
import presetTypescript8 from 'babel8-preset-typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import kernts, { type BabelPluginOptions } from '../src/babel-plugin.js';
import { countedIn, hitsIn, placeOfError, runCompiled } from './support/run-compiled.js';

interface Compiled {
  readonly code: string;
  readonly map: EncodedSourceMap;
}

interface Settings {
  readonly filename: string;
  readonly options?: BabelPluginOptions;
  readonly presets?: readonly unknown[];
  readonly plugins?: readonly unknown[];
  readonly inputSourceMap?: EncodedSourceMap;
  readonly retainLines?: boolean;
  readonly parserOpts?: object;
}

type Transform = (source: string, options: object) => { code?: string | null; map?: unknown } | null;

const transforms = { 7: babel7.transformSync as Transform, 8: babel8.transformSync as Transform };
const presets = { 7: presetTypescript7 as unknown, 8: presetTypescript8 as unknown };
/** Make code for older engines, as preset-env would. */
const older: Record<7 | 8, unknown[]> = {
  7: [forOf7, blockScoping7, arrowFunctions7, asyncToGenerator7],
  8: [forOf8, blockScoping8, arrowFunctions8, asyncToGenerator8],
};

function compile(version: 7 | 8, source: string, { options = {}, plugins = [], ...settings }: Settings): Compiled {
  const result = transforms[version](source, {
    ...settings,
    plugins: [[kernts, options], ...plugins],
    cwd: '/project',
    configFile: false,
    babelrc: false,
    sourceType: 'script',
    sourceMaps: true,
  });
  return { code: result?.code ?? '', map: result?.map as EncodedSourceMap };
}

function toOriginal({ map }: Compiled, place: { line: number; column: number }) {
  const { line, column, source } = originalPositionFor(new TraceMap(map), place);
  return { line, column, source };
}

/** Line and column of the nth occurrence of `text`. */
function placeOf(source: string, text: string, nth = 1): { line: number; column: number } {
  let offset = -1;
  for (let n = 0; n < nth; n++) offset = source.indexOf(text, offset + 1);
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}

const LOOPS = `// @profile
function work(limit) {
  let sum = 0;
  for (let i = 0; i < limit; i++) {
    if (i % 2) continue;
    sum += i;
  }
  for (const x of [1, 2, 3]) {
    if (x === 2) continue;
    sum += [x].map((y) => {
      return y * 2;
    })[0];
  }
  if (sum > 1e6) throw new Error('too large');
  try { sum += JSON.parse('{').a; } catch { sum += 1; }
  return sum;
}
function fails(n) { if (n > 1) { return work(1e4); } return fails(n + 1); }
exports.value = work(5);
`;

const TYPED = `// @profile
class Box<T extends number> {
  private readonly items: T[] = [];
  constructor(readonly size: number, private scale = 2) {}
  add(...items: T[]): this {
    for (const item of items as T[]) this.items.push(item);
    return this;
  }
  sum(): number {
    type Local = number;
    let sum: Local = 0;
    for (const item of this.items) {
      if (item > 100) throw new RangeError(\`\${item} is too large\`);
      sum += (item as number) * this.scale!;
    }
    return sum;
  }
}
const run = (...items: number[]): number => new Box<number>(1).add(...items).sum();
exports.value = run(1, 2, 3);
`;

beforeAll(() => {
  installRuntime({ timing: 'exact' });
});

describe.each([7, 8] as const)('Babel %i', (version) => {
  const folder = `/project/babel${version}`;

  it('counts as `instrument` does', () => {
    const filename = `${folder}/loops.js`;
    expect(runCompiled(compile(version, LOOPS, { filename }).code, filename)).toBe(15);
    expect(hitsIn(filename)).toEqual({ 3: 1, 4: 6, 5: 5, 6: 3, 8: 4, 9: 3, 10: 2, 11: 2, 14: 1, 15: 1, 16: 1 });
    expect(countedIn(filename).map(({ name, line, calls }) => [name, line, calls])).toEqual([['work', 2, 1]]);
  });

  it('only counts when asked to', () => {
    const filename = `${folder}/untimed.js`;
    runCompiled(compile(version, LOOPS, { filename, options: { timing: 'off' } }).code, filename);
    expect(hitsIn(filename)).toMatchObject({ 4: 6, 8: 4 });
    expect(countedIn(filename)[0]?.totalNs).toBe(0);
  });

  it('takes a selection', () => {
    const filename = `${folder}/selected.js`;
    const options = { selection: { kind: 'functions', names: ['fails'] } } as const;
    runCompiled(compile(version, LOOPS, { filename, options }).code, filename);
    expect(countedIn(filename).map(({ name }) => name)).toEqual(['work', 'fails']);
  });

  it('asks per file what to select', () => {
    const asked: string[] = [];
    const options: BabelPluginOptions = {
      selection(path, source) {
        asked.push(path, source);
        return path.endsWith('all.js') ? { kind: 'all' } : null;
      },
    };
    const [all, none] = [`${folder}/all.js`, `${folder}/none.js`];
    runCompiled(compile(version, LOOPS, { filename: all, options }).code, all);
    expect(compile(version, LOOPS, { filename: none, options }).code).not.toContain('kernts');
    expect(asked).toEqual([all, LOOPS, none, LOOPS]);
    expect(countedIn(all).map(({ name }) => name)).toEqual(['<module>', 'work', 'fails']);
  });

  it.each(['auto', 'exact', 'off'] as const)('counts the same in its timing %s', (timing) => {
    const filename = `${folder}/timing-${timing}.js`;
    const compiled = compile(version, LOOPS, { filename, options: { timing }, plugins: older[version] });
    expect(runCompiled(compiled.code, filename)).toBe(15);
    expect(hitsIn(filename)).toEqual({ 3: 1, 4: 6, 5: 5, 6: 3, 8: 4, 9: 3, 10: 2, 11: 2, 14: 1, 15: 1, 16: 1 });
  });

  it('times each line of a file that was woven for another timing', () => {
    const filename = `${folder}/woven-before.js`;
    const source = `// @profile\nfunction work(ms) {\n  let x = 1;\n  for (const end = performance.now() + ms; performance.now() < end; );\n  return x;\n}\nexports.value = work(20);`;
    runCompiled(compile(version, source, { filename, options: { timing: 'auto' } }).code, filename);
    const [work] = countedIn(filename);
    expect(work?.lines.find(({ line }) => line === 4)?.timeNs).toBeGreaterThan(15e6);
  });

  it('leaves a file without marks as it is', () => {
    const source = 'const a = 1;';
    expect(compile(version, source, { filename: `${folder}/plain.js` }).code).toBe(source);
  });

  it('maps an error to its place in the source', () => {
    const filename = `${folder}/fails.js`;
    const compiled = compile(version, LOOPS.replace('work(5);', 'fails(0);'), { filename });
    const place = placeOfError(() => runCompiled(compiled.code, filename), filename);
    expect(toOriginal(compiled, place)).toMatchObject(placeOf(LOOPS, 'new Error'));
  });

  it('maps an error in lines that are kept', () => {
    const filename = `${folder}/retained.js`;
    const compiled = compile(version, LOOPS.replace('work(5);', 'fails(0);'), { filename, retainLines: true });
    const place = placeOfError(() => runCompiled(compiled.code, filename), filename);
    expect(place.line).toBe(14);
  });

  it('weaves TypeScript before its types are taken out', () => {
    const filename = `${folder}/typed.ts`;
    const { code } = compile(version, TYPED, { filename, presets: [presets[version]] });
    expect(runCompiled(code, filename)).toBe(12);
    expect(hitsIn(filename)).toEqual({ 3: 1, 6: 4, 7: 1, 11: 1, 12: 4, 13: 3, 14: 3, 16: 1 });
  });

  it('maps an error to its place in TypeScript', () => {
    const filename = `${folder}/typed-fails.ts`;
    const source = TYPED.replace('run(1, 2, 3)', 'run(1, 200)');
    const compiled = compile(version, source, { filename, presets: [presets[version]] });
    const place = placeOfError(() => runCompiled(compiled.code, filename), filename);
    expect(toOriginal(compiled, place)).toMatchObject(placeOf(source, 'new RangeError'));
  });

  it('counts the same when later plugins rewrite the loops and functions', async () => {
    const filename = `${folder}/rewritten.js`;
    const source = `${LOOPS}
// @profile
async function later() {
  for (const x of [1, 2]) {
    await null;
  }
  return work(5);
}
exports.value = later();
`;
    const compiled = compile(version, source, { filename, plugins: older[version] });
    expect(compiled.code).not.toContain('=>');
    expect(compiled.code).not.toContain(' of ');
    expect(await runCompiled(compiled.code, filename)).toBe(15);
    expect(hitsIn(filename)).toMatchObject({ 3: 2, 4: 12, 8: 8, 9: 6, 10: 4, 11: 4, 23: 3, 24: 2, 26: 1 });
  });

  it('maps an error when later plugins rewrite what is around it', () => {
    const filename = `${folder}/rewritten-fails.js`;
    const compiled = compile(version, LOOPS.replace('work(5);', 'fails(0);'), { filename, plugins: older[version] });
    const place = placeOfError(() => runCompiled(compiled.code, filename), filename);
    expect(toOriginal(compiled, place)).toMatchObject(placeOf(LOOPS, 'new Error'));
  });

  it('composes with the map of its input', () => {
    const source = TYPED.replace('run(1, 2, 3)', 'run(1, 200)');
    const stripped = transforms[version](source, {
      filename: `${folder}/source.ts`,
      presets: [presets[version]],
      configFile: false,
      babelrc: false,
      sourceType: 'script',
      sourceMaps: true,
    });
    const filename = `${folder}/output.js`;
    const inputSourceMap = stripped?.map as EncodedSourceMap;
    const compiled = compile(version, stripped?.code ?? '', { filename, inputSourceMap });
    const place = placeOfError(() => runCompiled(compiled.code, filename), filename);
    expect(toOriginal(compiled, place)).toEqual({ ...placeOf(source, 'new RangeError'), source: 'source.ts' });
  });

  it('knows the file as the pipeline does, JSX and TypeScript by their extension', () => {
    const filename = `${folder}/element.tsx`;
    const source = '/* @profile */ const f = <T,>(x: T) => x!;\nexports.value = f(1);';
    expect(runCompiled(compile(version, source, { filename, presets: [presets[version]] }).code, filename)).toBe(1);
    expect(countedIn(filename).map(({ name, calls }) => [name, calls])).toEqual([['f', 1]]);
  });

  it('lets Babel report what cannot be parsed', () => {
    const filename = `${folder}/broken.js`;
    expect(() => compile(version, '// @profile\nfunction f( {', { filename })).toThrow(/broken\.js.*\(2:13\)/s);
  });

  it('leaves a file alone whose syntax only the pipeline can parse', () => {
    const filename = `${folder}/proposal.js`;
    const source = '// @profile\nfunction f() { return do { 1; }; }';
    const parserOpts = { plugins: ['doExpressions'] };
    expect(() => compile(version, source, { filename, parserOpts })).not.toThrow();
  });
});
