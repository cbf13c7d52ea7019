/**
 * Code that is in no file: of a thread with `eval: true`, or in a `data:` URL. It is listed under a name in the working
 * directory, as a script from standard input is.
 */
import { join } from 'node:path';
import { withoutInlineMap } from './inline-map.js';
import { sha256 } from './sha256.js';
import type { Weaver } from './weaver.js';

/** `base`: the working directory that paths are told from. */
export function weaveNameless(
  { selection, weave }: Weaver,
  base: string,
  kind: 'eval' | 'data',
  source: string,
): string {
  const isMarked = selection(join(base, 'any.js'), source) !== null;
  if (!isMarked) return source;
  const path = join(base, `[${kind} ${sha256(source).slice(0, 8)}].js`);
  // Lines stay on their lines; a map would lead to a file that is not there.
  return withoutInlineMap(weave(path, source)).code;
}
