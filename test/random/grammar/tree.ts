/** What fast-check makes and shrinks: a tree of named forms. Text comes of it only in a context, so that any tree is valid. */
export interface Tree {
  readonly form: string;
  /** Choices of the form; 0 is the simplest. */
  readonly digits: readonly number[];
  readonly kids: readonly Tree[];
}

export type Category = 'expression' | 'statement' | 'block' | 'cases' | 'case' | 'body' | 'members' | 'member';
