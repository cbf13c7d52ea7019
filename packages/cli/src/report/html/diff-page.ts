/** What the page says of two profiles. */
import { type Change, changeOf, measuredTogether } from '../../profile/diff/change.js';
import type { Comparison, FunctionChange, LineChange } from '../../profile/diff/compare.js';
import type { TotalOf } from '../../profile/diff/total.js';
import type { Cells, Listing, Row } from '../../profile/rows.js';
import { visible } from '../../visible-text.js';
import { readableDuration } from '../duration.js';
import { fixed } from '../number-format.js';
import type { DiffPage, Fact, FunctionDiff, LineDiff } from './page-data.js';

/** What the two profiles are called. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

export function diffPage(comparison: Comparison, { before, after }: Sides): DiffPage {
  return {
    kind: 'diff',
    title: `${before} → ${after}`,
    facts: factsOf(comparison),
    timed: comparison.timed,
    functions: [
      ...comparison.functions.map((fn) => changedFunction(fn, comparison.timed)),
      ...comparison.removed.map((listing) => oneSidedFunction(listing, 'before')),
      ...comparison.added.map((listing) => oneSidedFunction(listing, 'after')),
    ],
  };
}

const totalLabels: Readonly<Record<TotalOf, string>> = {
  'own-times': 'Total of own times',
  'inclusive-times': 'Total of the functions in both, calls among them twice',
};

function factsOf({ timed, modes, total, totalOf }: Comparison): readonly Fact[] {
  if (!timed) return [{ label: 'Timing', text: 'off (hits only)' }];
  const times = `${readableDuration(total.beforeNs)} → ${readableDuration(total.afterNs)}`;
  return [
    { label: totalLabels[totalOf], text: total.changeNs === 0 ? times : `${times} (${changeText(total)})` },
    { label: 'Timing', text: modes.before === modes.after ? modes.before : `${modes.before}, then ${modes.after}` },
  ];
}

function changeText({ changeNs, share, isNoise }: Change): string {
  const change = `${changeNs < 0 ? '-' : '+'}${readableDuration(Math.abs(changeNs))}`;
  const percent = share === null ? '' : `, ${share < 0 ? '-' : '+'}${fixed(Math.abs(share) * 100, 1)} %`;
  return `${change}${percent}${isNoise ? ' ≈' : ''}`;
}

function changedFunction({ before, after, time, lines }: FunctionChange, timed: boolean): FunctionDiff {
  return {
    name: after.name,
    path: after.path,
    line: after.line,
    in: 'both',
    callsBefore: before.calls,
    callsAfter: after.calls,
    time,
    notes: [
      ...(before.name === after.name ? [] : [`It was called ${visible(before.name)}.`]),
      ...(before.path === after.path ? [] : [`It was in ${visible(before.path)}.`]),
      ...(timed && time.isNoise
        ? ['≈ The change is no more than what the profiles know of their own error; how two runs differ, they do not.']
        : []),
    ],
    lines: lines.flatMap(packLine),
  };
}

function oneSidedFunction({ name, path, line, calls, totalNs, rows }: Listing, side: 'before' | 'after'): FunctionDiff {
  const isBefore = side === 'before';
  const nothing = measuredTogether([]);
  const whole = { ...nothing, timeNs: totalNs };
  return {
    name,
    path,
    line,
    in: side,
    callsBefore: isBefore ? calls : 0,
    callsAfter: isBefore ? 0 : calls,
    time: isBefore ? changeOf(whole, nothing) : changeOf(nothing, whole),
    notes: [isBefore ? 'Only the profile before has this function.' : 'Only the profile after has this function.'],
    lines: rows.flatMap((row) => packLine(isBefore ? { kind: 'removed', before: row } : { kind: 'added', after: row })),
  };
}

function packLine(change: LineChange): readonly LineDiff[] {
  switch (change.kind) {
    case 'removed':
      return [rowOf('removed', change.before, null, false)];
    case 'added':
      return [rowOf('added', null, change.after, false)];
    case 'edited':
      return [
        ['old', null, null, null, null, null, null, 0, change.before.text],
        rowOf('edited', change.before, change.after, change.time.isNoise),
      ];
    case 'same':
    case 'moved':
      return [rowOf(change.kind, change.before, change.after, change.time.isNoise)];
  }
}

function rowOf(sign: LineDiff[0], before: Row | null, after: Row | null, isNoise: boolean): LineDiff {
  return [
    sign,
    before?.line ?? null,
    after?.line ?? null,
    ...bothOf(before, after, ({ hits }) => hits),
    ...bothOf(before, after, ({ timeNs }) => Number(timeNs.toPrecision(6))),
    isNoise ? 1 : 0,
    (after ?? before)?.text ?? '',
  ];
}

function bothOf(
  before: Row | null,
  after: Row | null,
  numberOf: (cells: Cells) => number,
): [before: number | null, after: number | null] {
  const one = (row: Row | null) => (row === null || row.cells === null ? null : numberOf(row.cells));
  return [one(before), one(after)];
}
