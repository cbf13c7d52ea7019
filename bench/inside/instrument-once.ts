/**
 * Arguments: the folder whose packages are taken, which instrumenter, and a file of JavaScript. Instruments it once.
 * Packages are loaded as their users load them, not bundled; loading them is not in the time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { InstrumentOptions, InstrumentResult } from '../../packages/transformer/src/index.js';

export interface Instrumented {
  readonly ms: number;
  /** Of the text, in UTF-16 units. */
  readonly size: number;
}

/** Answers the text and, where asked for, has made its map. */
type Act = () => string;

interface Transformer {
  instrument(source: string, options: InstrumentOptions): InstrumentResult;
}
interface Babel {
  transformSync(source: string, options: object): { readonly code: string };
}
interface Istanbul {
  createInstrumenter(options: object): { instrumentSync(source: string, filename: string): string };
}

const [folder = '', tool = '', path = ''] = process.argv.slice(2);
const FILENAME = '/bench/input.js';
const source = readFileSync(path, 'utf8');
const { resolve } = createRequire(pathToFileURL(folder));
const load = <Module>(name: string): Promise<Module> => import(pathToFileURL(resolve(name)).href);

async function kernts(timing: 'exact' | 'off', withMap = false): Promise<Act> {
  const { instrument } = await load<Transformer>('@kernts/transformer');
  return () => {
    const result = instrument(source, { filename: FILENAME, timing, selection: { kind: 'all' } });
    if (withMap && result.map === null) throw new Error('no map was made');
    return result.code;
  };
}

async function istanbul(produceSourceMap: boolean): Promise<Act> {
  const { createInstrumenter } = await load<Istanbul>('istanbul-lib-instrument');
  const instrumenter = createInstrumenter({ compact: false, produceSourceMap });
  return () => instrumenter.instrumentSync(source, FILENAME);
}

async function babel(plugins: readonly unknown[], sourceMaps: boolean): Promise<Act> {
  const { transformSync } = await load<Babel>('@babel/core');
  const options = { filename: FILENAME, cwd: '/bench', configFile: false, babelrc: false, compact: false };
  return () => transformSync(source, { ...options, plugins, sourceMaps }).code;
}

async function babelPlugin(sourceMaps: boolean): Promise<Act> {
  const { default: plugin } = await load<{ readonly default: unknown }>('babel-plugin-istanbul');
  const callable = typeof plugin === 'object' && plugin !== null && 'default' in plugin ? plugin.default : plugin;
  return babel([[callable, { cwd: '/bench', include: ['**/*.js'] }]], sourceMaps);
}

const tools: Readonly<Record<string, () => Promise<Act>>> = {
  'kernts, off': () => kernts('off'),
  'kernts, off, with its map': () => kernts('off', true),
  'kernts, exact': () => kernts('exact'),
  'kernts, exact, with its map': () => kernts('exact', true),
  '@babel/core with no plugin': () => babel([], false),
  'babel-plugin-istanbul': () => babelPlugin(false),
  'babel-plugin-istanbul, with a map': () => babelPlugin(true),
  'istanbul-lib-instrument': () => istanbul(false),
  'istanbul-lib-instrument, with a map': () => istanbul(true),
};

const make = tools[tool];
if (make === undefined) throw new Error(`There is no instrumenter ${tool}`);
const act = await make();
const start = performance.now();
const { length: size } = act();
const answer: Instrumented = { ms: performance.now() - start, size };
console.log(JSON.stringify(answer));
