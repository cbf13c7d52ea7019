/** The same program three ways: as it is, counted, and timed. Woven as TypeScript, then stripped, as kernts does it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transform } from 'esbuild';
import { instrument } from '../packages/transformer/src/index.js';
import { STOPWATCH } from './stopwatch.js';

export const MODES = ['plain', 'off', 'exact'] as const;
export type Mode = (typeof MODES)[number];

/** Paths of modules in `folder`. */
export type Variants = Readonly<Record<Mode, string>>;

export interface VariantOptions {
  readonly folder: string;
  /** Times the program's own statements, without loading and compiling it. */
  readonly stopwatch?: boolean;
}

async function writeVariant(source: string, path: string, mode: Mode, options: VariantOptions): Promise<string> {
  const woven = mode === 'plain' ? source : instrument(source, { filename: path, timing: mode }).code;
  const { code } = await transform(woven, { loader: 'ts', target: 'node20.19', format: 'esm' });
  const start = 'const $start = performance.now();\n';
  const stop = `globalThis.${STOPWATCH} = performance.now() - $start;\n`;
  const target = join(options.folder, `${basename(path, '.ts')}-${mode}.mjs`);
  writeFileSync(target, options.stopwatch ? start + code + stop : code);
  return target;
}

export async function makeVariants(
  path: string,
  options: VariantOptions,
  source = readFileSync(path, 'utf8'),
): Promise<Variants> {
  const [plain, off, exact] = await Promise.all(MODES.map((mode) => writeVariant(source, path, mode, options)));
  return { plain, off, exact } as Variants;
}
