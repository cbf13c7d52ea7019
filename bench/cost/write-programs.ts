/** Writes each program with its library into a folder, once per text: as it is, and as those write it who instrument ahead. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@babel/core';
import { transform } from 'esbuild';
import { filesOf, type Program } from './programs.js';
import { timeStatements } from './statement-map.js';

export const TEXTS = ['plain', 'istanbul', 'statements of hot', 'statements of all'] as const;
export type Text = (typeof TEXTS)[number];

const bench = fileURLToPath(new URL('..', import.meta.url));
const istanbul = createRequire(import.meta.url).resolve('babel-plugin-istanbul');

export function folderOf(folder: string, text: Text, { name }: Program): string {
  return join(folder, 'programs', text.replaceAll(' ', '-'), name);
}

function countStatements(source: string, file: string): string {
  const options = { cwd: '/', include: ['**'], exclude: ['none'], excludeNodeModules: false };
  const babel = { configFile: false, babelrc: false, compact: false, sourceType: 'module' } as const;
  return transformSync(source, { ...babel, filename: `/${file}`, plugins: [[istanbul, options]] })?.code ?? '';
}

function instrumented(source: string, file: string, text: Text, { hot }: Program): string {
  if (text === 'istanbul') return countStatements(source, file);
  if (text === 'statements of all') return timeStatements(source, null);
  const holdsHot = text === 'statements of hot' && file === hot.file;
  return holdsHot ? timeStatements(source, hot.name.split('.').at(-1) ?? '') : source;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Libraries are printed with line breaks: as their minifiers leave them, a line profiler sees one line. */
async function sourceOf(file: string): Promise<string> {
  if (!file.startsWith('node_modules/')) return readFileSync(join(bench, 'programs/cost', file), 'utf8');
  const source = readFileSync(join(bench, file), 'utf8');
  return (await transform(source, { loader: 'js', target: 'node20.19', logLevel: 'silent' })).code;
}

export async function writePrograms(folder: string, programs: readonly Program[]): Promise<void> {
  for (const program of programs) {
    const { library, input } = program;
    for (const text of TEXTS) {
      const target = folderOf(folder, text, program);
      for (const file of filesOf(program)) {
        write(join(target, file), instrumented(await sourceOf(file), file, text, program));
      }
      cpSync(join(bench, 'programs/cost/main.mjs'), join(target, 'main.mjs'));
      if (input) cpSync(join(bench, input), join(target, 'input.txt'));
      if (library) {
        const description = join('node_modules', library.packageName, 'package.json');
        cpSync(join(bench, description), join(target, description));
      }
    }
  }
}
