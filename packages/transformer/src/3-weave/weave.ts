/** Puts the planned text into the source. The source's own characters are never touched. */
import type { FileDescription } from '@kernts/runtime/probe-abi';
import { WOVEN_MARKER } from '@kernts/runtime/probe-abi';
import { firstOffset } from '../2-plan/binding.js';
import type { Plan } from '../2-plan/plan.js';
import { bindingText } from './binding-text.js';
import { freePrefix } from './free-prefix.js';
import { textOf } from './texts.js';
import type { Vocabulary } from './vocabulary.js';

export interface Insertion {
  /** UTF-16 offset into the source; ascending, several may stand at one place. */
  readonly offset: number;
  readonly text: string;
}

/** `return"a"` is two words, `return$ke("a")` would be one. */
function isGlued(before: string, text: string): boolean {
  return /^[\w$]/.test(text) && /[\p{ID_Continue}$]$/u.test(before);
}

export function makeInsertions(
  source: string,
  plan: Plan,
  description: FileDescription,
  { timing, binding }: Pick<Vocabulary, 'timing' | 'binding'>,
): Insertion[] {
  const followers = new Set(description.sites.follower);
  const vocabulary: Vocabulary = { timing, binding, prefix: freePrefix(source), plan, followers };
  const insertions: Insertion[] = [{ offset: firstOffset(source), text: WOVEN_MARKER }];
  for (const { offset, activation, action } of plan.steps) {
    const text = textOf(action, activation, vocabulary);
    if (text === '') continue;
    const previous = insertions.at(-1);
    const before = previous?.offset === offset ? previous.text : source.slice(Math.max(0, offset - 2), offset);
    insertions.push({ offset, text: isGlued(before, text) ? ` ${text}` : text });
  }
  insertions.push({ offset: source.length, text: bindingText(description, vocabulary) });
  return insertions;
}

export function applyInsertions(source: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { offset, text } of insertions) {
    if (offset > last) pieces.push(source.slice(last, offset));
    pieces.push(text);
    last = offset;
  }
  pieces.push(source.slice(last));
  return pieces.join('');
}

/** The inverse, which every fixture checks. */
export function takeOut(code: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let position = 0;
  let last = 0;
  for (const { offset, text } of insertions) {
    pieces.push(code.slice(position, position + offset - last));
    position += offset - last + text.length;
    last = offset;
  }
  pieces.push(code.slice(position));
  return pieces.join('');
}
