/** What docs/architecture.md shows of woven code, against the transformer. */
import { readFileSync } from 'node:fs';
import { instrument } from '@kernts/transformer';
import { expect, test } from 'vitest';

const text = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
const [source = '', ...woven] = [...text.matchAll(/^( *)```ts\n(.*?)^ *```/gms)].map(([, indent = '', code = '']) =>
  code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);

test.each(['exact', 'auto'] as const)('shows what is woven for --timing %s', (timing) => {
  const { code } = instrument(source, { filename: 'sum.ts', timing });
  const example = woven[timing === 'exact' ? 0 : 1];
  expect(code.slice(code.indexOf('// @profile'), code.indexOf('\nfunction $ki'))).toBe(example);
});
