/** Sets the places in a tree of woven text back to where they stand in the source. */
import type { File } from '@babel/types';
import type { Position } from './positions.js';

interface Located {
  start?: number | null;
  end?: number | null;
  loc?: { start: Mutable<Position>; end: Mutable<Position> } | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function isLocated(value: object): value is Located {
  return 'start' in value && 'end' in value && 'loc' in value;
}

/** Visits whatever carries a place: nodes, comments and tokens, each once. */
export function relocate(tree: File, originalPosition: (woven: number) => Position): void {
  const seen = new Set<object>();
  const pending: unknown[] = [tree];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isLocated(value)) move(value, originalPosition);
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'loc' && key !== 'tokenType') pending.push(child);
    }
  }
}

function move(node: Located, originalPosition: (woven: number) => Position): void {
  const { start, end, loc } = node;
  if (typeof start !== 'number' || typeof end !== 'number') return;
  const from = originalPosition(start);
  const to = originalPosition(end);
  node.start = from.index;
  node.end = to.index;
  if (loc) {
    Object.assign(loc.start, from);
    Object.assign(loc.end, to);
  }
}
