/** acorn parses its own text: a hand-written parser as they are in wide use, with hundreds of short functions. */
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';

const text = readFileSync(new URL('input.txt', import.meta.url), 'utf8');

function parseOnce() {
  return parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
}

export function run() {
  const { end, body } = parseOnce();
  return end + body.length;
}
