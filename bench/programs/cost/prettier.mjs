/** prettier formats a file: a large library that awaits between its phases. */
import { readFileSync } from 'node:fs';
import { format } from 'prettier';

const text = readFileSync(new URL('input.txt', import.meta.url), 'utf8');

function formatOnce() {
  return format(text, { parser: 'babel', printWidth: 60 });
}

// Loads what prettier loads when it is first needed.
await format('', { parser: 'babel' });

export async function run() {
  const formatted = await formatOnce();
  let sum = formatted.length;
  for (let index = 0; index < formatted.length; index += 13) sum = (sum * 31 + formatted.charCodeAt(index)) % 1_000_003;
  return sum;
}
