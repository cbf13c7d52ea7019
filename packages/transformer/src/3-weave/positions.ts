/** Woven offsets to offsets in the source, by arithmetic over the insertions. */
import type { Insertion } from './weave.js';

export interface Position {
  /** UTF-16 offset. */
  readonly index: number;
  /** 1-based. */
  readonly line: number;
  /** 0-based. */
  readonly column: number;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** Offsets at which lines begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** Index of the last element that is not greater. */
function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A place inside inserted text stands for the place where it was inserted. */
export function makeOriginalPosition(source: string, insertions: readonly Insertion[]): (woven: number) => Position {
  const wovenStarts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { offset, text } of insertions) {
    wovenStarts.push(offset + shift);
    shift += text.length;
    shifts.push(shift);
  }
  const starts = lineStarts(source);
  return (woven) => {
    const at = lastAtMost(wovenStarts, woven);
    const index = at < 0 ? woven : Math.max(woven - (shifts[at] as number), insertions[at]?.offset as number);
    const line = lastAtMost(starts, index);
    return { index, line: line + 1, column: index - (starts[line] as number) };
  };
}
