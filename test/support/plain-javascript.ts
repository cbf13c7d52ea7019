/** The program of a fixture as Node itself can run it: TypeScript's types are blanked out, so nothing moves. */
import tsBlankSpace from 'ts-blank-space';
import type { Fixture } from './fixture.js';

/** Fixtures without such a form, each with its reason. */
const NOT_PLAIN: Readonly<Record<string, string>> = {
  'classes/expressions-and-decorators': 'Node has no decorators',
  'classes/fields': 'Node has no `accessor`',
  'text/byte-order-mark': 'Node takes the mark off and counts from there',
  'text/byte-order-mark-first': 'Node takes the mark off and counts from there',
  'text/shadowed-globals': 'istanbul counts in `globalThis`',
  'text/shadowed-globals-module': 'istanbul counts in `globalThis`',
  'typescript/decorators': 'Node has no decorators',
  'typescript/using': 'Node 20 has no `using`',
  'typescript/using-exits': 'Node 20 has no `using`',
};

export interface PlainJavaScript {
  readonly fixture: Fixture;
  readonly file: string;
  /** As long as the source, line by line and column by column. */
  readonly code: string;
}

/** Null where only a compiler can make JavaScript of it. */
export function plainJavaScript(fixture: Fixture): PlainJavaScript | null {
  const { name, syntax, extension, source, plain, file } = fixture;
  if (name in NOT_PLAIN || syntax === 'process' || extension.endsWith('x') || plain !== source) return null;
  if (extension.includes('j')) return { fixture, file, code: source };
  let erasable = true;
  const code = tsBlankSpace(source, () => {
    erasable = false;
  });
  return erasable ? { fixture, file: extension === 'cts' ? 'input.cjs' : 'input.mjs', code } : null;
}
