/**
 * Statements that are reached together have one counter, that of the first. An exception that ends one of them leaves
 * those behind it unreached: they are counted here, and taken off.
 */
import type { CountedFile } from './slots.js';
import type { StackView } from './stack-view.js';

/** An exception has ended the line at `site`. */
export function noteUnreached(
  { follower, unreached }: Pick<CountedFile, 'follower' | 'unreached'>,
  site: number,
  sign: 1 | -1 = 1,
): void {
  for (let next = follower[Math.abs(site)]!; next !== 0; next = follower[next]!) unreached[next]! += sign;
}

/** Calls `visit` with the line that each of the file's frames has open, or had when it was taken for dead. */
export function forEachOpenLine(
  { index, firstEntry, modes }: CountedFile,
  { top, published, stack }: StackView,
  visit: (site: number) => void,
): void {
  for (let depth = 1; depth <= top[0]!; depth++) {
    const entry = Math.abs(published.entry[depth] ?? 0);
    if (entry > firstEntry && entry < firstEntry + modes.length) visit(Math.abs(published.site[depth]!));
    else if (entry === 0 && stack.file[depth] === index)
      visit((stack.owner[depth] === -1 ? stack.diedOn : stack.site)[depth]!);
  }
}

/** By site: how often it is not reached yet, though it is counted. */
export function unreachedSoFar(file: CountedFile, view: StackView): Float64Array {
  const { follower } = file;
  const unreached = new Float64Array(follower.length);
  // Of another thread's stack, a frame may be seen half written, with another file's site.
  forEachOpenLine(file, view, (site) => {
    if (site < follower.length) noteUnreached({ follower, unreached }, site);
  });
  return unreached;
}
