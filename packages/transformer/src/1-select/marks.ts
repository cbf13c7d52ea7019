/** Finds the comments that carry `@profile`. */
import type { Comment, File } from '@babel/types';

export interface Mark {
  readonly kind: 'profile' | 'file' | 'ignore';
  readonly comment: Comment;
  /** Line of the word `@profile` itself: a JSDoc block may have it further down. */
  readonly line: number;
}

/** A word of its own: not part of an address or of a longer tag. */
const TAG = /(?:^|[\s*])@profile(?![\w-])(?:[ \t]+(file|ignore)(?![\w-]))?/;

/** A decorator of that name stands for a mark as well. */
export const DECORATOR_NAME = 'profile';

/** Cheap enough for every file of a program; without it a file need not be parsed. */
export function mayHoldMark(source: string): boolean {
  return source.includes('@profile');
}

function parseMark(comment: Comment): Mark | null {
  const match = TAG.exec(comment.value);
  if (match === null) return null;
  const before = comment.value.slice(0, match.index + match[0].indexOf('@'));
  const line = (comment.loc?.start.line ?? 1) + (before.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0);
  return { kind: (match[1] as 'file' | 'ignore' | undefined) ?? 'profile', comment, line };
}

/** Marks by comment, so that a node's leading comments can be looked up. */
export function findMarks(file: File): Map<Comment, Mark> {
  const marks = new Map<Comment, Mark>();
  for (const comment of file.comments ?? []) {
    const mark = parseMark(comment);
    if (mark !== null) marks.set(comment, mark);
  }
  return marks;
}

/** `@profile file` counts only above the first statement. */
export function findFileMark(file: File, marks: ReadonlyMap<Comment, Mark>): Mark | null {
  const first = file.program.directives[0] ?? file.program.body[0];
  const limit = first?.start ?? Number.POSITIVE_INFINITY;
  for (const mark of marks.values()) {
    if (mark.kind === 'file' && (mark.comment.end ?? 0) <= limit) return mark;
  }
  return null;
}
