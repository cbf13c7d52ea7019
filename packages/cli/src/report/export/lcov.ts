/** The tracefile of lcov (man geninfo): how often functions and lines ran, without their times. */
import type { Profile, ProfiledFunction } from '@kernts/runtime';
import { visible } from '../../visible-text.js';
import { distinctFunctionNames, distinctPaths } from './distinct-names.js';
import type { ExportInput } from './export-input.js';

export function lcov({ profile }: ExportInput): string {
  const names = distinctFunctionNames(profile);
  const paths = distinctPaths(profile);
  return profile.files.map((_, file) => record(profile, file, paths[file] ?? '', names)).join('');
}

function record({ functions }: Profile, file: number, path: string, names: readonly string[]): string {
  const own = functions.flatMap((fn, at) => (fn.file === file ? [{ fn, name: visible(names[at] ?? fn.name) }] : []));
  const lines = hitsByLine(own.map(({ fn }) => fn));
  return [
    'TN:',
    `SF:${visible(path)}`,
    ...own.map(({ fn, name }) => `FN:${fn.line},${name}`),
    ...own.map(({ fn, name }) => `FNDA:${fn.calls},${name}`),
    `FNF:${own.length}`,
    `FNH:${own.filter(({ fn }) => fn.calls > 0).length}`,
    ...lines.map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.length}`,
    `LH:${lines.filter(([, hits]) => hits > 0).length}`,
    'end_of_record',
    '',
  ].join('\n');
}

/** Of a line in several functions the most hits, as coverage tools count a line with several statements. */
function hitsByLine(functions: readonly ProfiledFunction[]): readonly (readonly [line: number, hits: number])[] {
  const hits = new Map<number, number>();
  for (const { lines } of functions)
    for (const one of lines) hits.set(one.line, Math.max(hits.get(one.line) ?? 0, one.hits));
  return [...hits].sort(([a], [b]) => a - b);
}
