/** Time before and after, and their difference, as cells. */
import type { Change } from '../profile/diff/change.js';
import { timeText } from './columns.js';
import type { Unit } from './display.js';
import { fixed } from './number-format.js';
import type { Style } from './style.js';
import { type Cell, right, rights } from './table.js';

/** How columns of times are shown; null where there are none, with `--timing off`. */
export type Times = Unit | null;

export function changeTitles(times: Times): readonly Cell[] {
  return times === null ? [] : rights(['Time before', 'after', 'Change', '%  ']);
}

export function changeCells(change: Change, times: Times, style: Style): readonly Cell[] {
  if (times === null) return [];
  const { beforeNs, afterNs, changeNs, share, isNoise } = change;
  const before = timeCell(beforeNs, times);
  const after = timeCell(afterNs, times);
  if (changeNs === 0) return rights([before, after, '', '  ']);
  const dye = isNoise ? style.cold : changeNs > 0 ? style.loss : style.gain;
  const percent = share === null ? '' : signed(share, fixed(Math.min(Math.abs(share) * 100, 1e9), 1));
  return [
    ...rights([before, after]),
    right(signed(changeNs, timeCell(Math.abs(changeNs), times)), dye),
    right(`${percent} ${isNoise ? '≈' : ' '}`, dye),
  ];
}

/** Of what is in one of the profiles only. */
export function oneSidedCells(ns: number | null, side: 'before' | 'after', times: Times): readonly Cell[] {
  if (times === null) return [];
  const text = ns === null ? '' : timeCell(ns, times);
  return rights(side === 'before' ? [text, '', '', ''] : ['', text, '', '']);
}

function timeCell(ns: number, unit: Unit): string {
  return timeText(ns, unit, 12);
}

function signed(value: number, text: string): string {
  return `${value < 0 ? '-' : '+'}${text}`;
}
