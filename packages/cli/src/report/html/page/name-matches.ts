/**
 * Which profiled functions a line may call. A profile does not tell who called a function, so this is a guess by name: the page marks
 * it as one.
 */
import type { Piece } from '../../code-pieces.js';

export interface Named {
  readonly name: string;
}

/** Candidates by the last part of their name: `step` finds `Grid.step`; a class finds its constructor. */
export function byCalledName<Candidate extends Named>(
  candidates: readonly Candidate[],
): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const parts = candidate.name.split('.');
    const last = parts.at(-1) === 'constructor' ? parts.at(-2) : parts.at(-1);
    if (last === undefined || !/^[#\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(last)) continue;
    const known = found.get(last);
    if (known === undefined) found.set(last, [candidate]);
    else known.push(candidate);
  }
  return found;
}

/** Names that the line calls: `name(`, `name?.(`, `` name` ``; `new Name` and `<Name` as well. Each once, in order. */
export function calledNames(pieces: readonly Piece[]): readonly string[] {
  const solid = pieces.filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
  const called = solid.filter(({ kind }, at) => {
    if (kind !== 'name') return false;
    const before = solid[at - 1]?.text;
    if (before === 'function') return false;
    if (before === 'new' || before === '<') return true;
    const after = solid[at + 1];
    return after?.text === '(' || after?.text.startsWith('`') || (after?.text === '?.' && solid[at + 2]?.text === '(');
  });
  return [...new Set(called.map(({ text }) => text))];
}
