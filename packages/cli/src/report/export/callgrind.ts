/**
 * Callgrind's profile format 1 (https://valgrind.org/docs/manual/cl-format.html), for callgrind_annotate and KCachegrind. There
 * are no `calls=` lines: kernts knows what a line called cost, but not whom it called.
 */
import { visible } from '../../visible-text.js';
import type { ExportInput } from './export-input.js';
import { type FunctionCosts, type LineCost, lineCostsOf } from './line-costs.js';
import { timeRemark } from './time-remark.js';

export function callgrind({ profile, version }: ExportInput): string {
  const functions = lineCostsOf(profile);
  const timed = profile.timing.mode !== 'off';
  const costs = ({ ns, hits }: LineCost): readonly number[] => (timed ? [ns, hits] : [hits]);
  const files = new Map<string, number>();
  const body = functions.map((fn, at) => functionBlock(fn, at + 1, numberOf(fn.path, files), costs));
  const total = functions.flatMap(({ lines }) => lines.map(costs)).reduce(added, timed ? [0n, 0n] : [0n]);
  return [
    '# callgrind format',
    'version: 1',
    `creator: kernts ${version}`,
    `cmd: ${visible(profile.command.join(' '))}`,
    `desc: Started: ${visible(profile.startedAt)}`,
    `desc: Time: ${timeRemark(profile)}`,
    'positions: line',
    // The first event decides what callgrind_annotate sorts by, and from where on it leaves functions out.
    ...(timed ? ['event: ns : Time in nanoseconds'] : []),
    'event: Hits : Times that the line began',
    `events: ${timed ? 'ns Hits' : 'Hits'}`,
    `summary: ${total.join(' ')}`,
    '',
    ...body,
    `totals: ${total.join(' ')}`,
    '',
  ].join('\n');
}

function functionBlock(
  { name, path, lines }: FunctionCosts,
  number: number,
  file: { readonly number: number; readonly isNew: boolean },
  costs: (line: LineCost) => readonly number[],
): string {
  return [
    `fl=${file.isNew ? named(file.number, path) : `(${file.number})`}`,
    `fn=${named(number, name)}`,
    ...lines.map((line) => `${line.line} ${costs(line).join(' ')}`),
    '',
  ].join('\n');
}

/** Numbered, as the format allows: a name that itself looks like a number in brackets would be taken for a reference. */
function named(number: number, name: string): string {
  const shown = visible(name).trim();
  return `(${number}) ${shown === '' ? '???' : shown}`;
}

function numberOf(path: string, files: Map<string, number>): { number: number; isNew: boolean } {
  const known = files.get(path);
  if (known !== undefined) return { number: known, isNew: false };
  files.set(path, files.size + 1);
  return { number: files.size, isNew: true };
}

/** Exact also where the sum is beyond what a double holds. */
function added(sums: readonly bigint[], costs: readonly number[]): readonly bigint[] {
  return sums.map((sum, at) => sum + BigInt(costs[at] ?? 0));
}
