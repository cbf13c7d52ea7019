/** What changed between two profiles: Total and functions first, then the lines. A function of the comparison. */
import type { Comparison, FunctionChange } from '../profile/diff/compare.js';
import type { TotalOf } from '../profile/diff/total.js';
import type { Cells, Listing } from '../profile/rows.js';
import { visible } from '../visible-text.js';
import { changeCells, changeTitles, oneSidedCells, type Times } from './change-cells.js';
import { linesText } from './diff-lines.js';
import type { Unit } from './display.js';
import { general } from './number-format.js';
import type { Style } from './style.js';
import { type Cell, left, rights, tableText } from './table.js';

/** What the two profiles are called. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

export function diffReport(comparison: Comparison, sides: Sides, unit: Unit, style: Style): string {
  const times = comparison.timed ? unit : null;
  const changed = comparison.functions.filter((fn) => !isUnchanged(fn));
  return [
    `Before: ${visible(sides.before)}\nAfter:  ${visible(sides.after)}\n${unitText(times)}`,
    summary(comparison, times, style),
    ...changed.map((fn) => `Function: ${style.title(nameOf(fn))}\n\n${linesText(fn, times, style)}`),
    ...notes(comparison, changed.length).map(style.note),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

/** The same text as often, and no difference that means anything. */
function isUnchanged({ time, lines }: FunctionChange): boolean {
  return (
    time.isNoise &&
    lines.every((line) => line.kind === 'same' && line.time.isNoise && hitsOf(line.before) === hitsOf(line.after))
  );
}

function hitsOf({ cells }: { readonly cells: Cells | null }): number {
  return cells?.hits ?? 0;
}

function unitText(times: Times): string {
  if (times === null) return 'Timing: off (hits only)';
  return times.kind === 'auto' ? 'Timer unit: auto' : `Timer unit: ${general(times.seconds)} s`;
}

function summary({ total, functions, removed, added }: Comparison, times: Times, style: Style): string {
  const totals = [[...rights(['', '']), ...changeCells(total, times, style), left('Total')]];
  const titles = [...rights(['Calls before', 'after']), ...changeTitles(times), left('Function')];
  const rows = functions.map((fn) => [
    ...rights([String(fn.before.calls), String(fn.after.calls)]),
    ...changeCells(fn.time, times, style),
    left(nameOf(fn)),
  ]);
  return tableText(
    titles,
    [
      ...(times === null ? [] : totals),
      ...rows,
      ...removed.map((listing) => oneSided(listing, 'before', times)),
      ...added.map((listing) => oneSided(listing, 'after', times)),
    ],
    style,
  );
}

function oneSided(listing: Listing, side: 'before' | 'after', times: Times): readonly Cell[] {
  const calls = String(listing.calls);
  return [
    ...rights(side === 'before' ? [calls, ''] : ['', calls]),
    ...oneSidedCells(listing.totalNs, side, times),
    left(`${side === 'before' ? '-' : '+'} ${visible(listing.name)}  ${placeOf(listing)}`),
  ];
}

function nameOf({ before, after }: FunctionChange): string {
  const was = [
    ...(before.name === after.name ? [] : [`was ${visible(before.name)}`]),
    ...(before.path === after.path ? [] : [`was in ${visible(before.path)}`]),
  ];
  return `${visible(after.name)}  ${placeOf(after)}${was.length > 0 ? `  (${was.join(', ')})` : ''}`;
}

function placeOf({ path, line }: Listing): string {
  return `${visible(path)}:${line}`;
}

/** Below everything, only where there is something to say. */
function notes({ functions, modes, timed, totalOf }: Comparison, shown: number): readonly string[] {
  const unchanged = functions.length - shown;
  const isMixed = timed && modes.before !== modes.after;
  return [
    ...(unchanged > 0 ? [`Functions that did not change: ${unchanged}; their lines are left out.`] : []),
    ...(timed ? totalNote(totalOf, functions.length) : []),
    ...(timed
      ? ['≈ No more than what the profiles know of their own error; how two runs of one program differ, they do not.']
      : []),
    ...(isMixed
      ? [`Timed in two ways (--timing ${modes.before}, then ${modes.after}), which differ by themselves.`]
      : []),
  ];
}

/** Of one function nothing can count twice. */
function totalNote(total: TotalOf, inBoth: number): readonly string[] {
  switch (total) {
    case 'own-times':
      return [
        'Total: the own times of all functions; a row holds what its function calls, too, so rows may add up to more.',
      ];
    case 'inclusive-times':
      return inBoth > 1
        ? [
            'Total: the functions in both, what they call of one another twice, for a profile lacks own times; profile anew to count it once.',
          ]
        : [];
  }
}
