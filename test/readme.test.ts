/** What README.md says of the command, and the documents of its names, against the code. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runUsage } from '../packages/cli/src/command-line/run-usage.js';
import { RUNTIME_KEY_TEXT } from '../packages/runtime/src/probe-abi.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Cells of the table's rows, without what only Markdown needs. */
function rowsBelow(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll(/[`*\\]/g, '')),
  );
}

describe('the options', () => {
  const [, , ...rows] = rowsBelow('Options');

  test('are those of --help, with the same words', () => {
    const expected = runUsage.flags.flatMap(({ heading, flags }) => [
      [heading.replace(':', ''), '', ''],
      ...flags.map((flag) => [flag.names, flag.text, 'byDefault' in flag ? flag.byDefault : '']),
    ]);
    expect(rows).toEqual(expected);
  });
});

test('the scripts that it names exist', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const named = [...readme.matchAll(/pnpm@12 (\w+)/g)].map((match) => match[1]);
  expect(Object.keys({ ...scripts, install: '' })).toEqual(expect.arrayContaining(named));
});

test('docs/known-differences.md has the names that a program could find', () => {
  const text = readFileSync(new URL('../docs/known-differences.md', import.meta.url), 'utf8');
  expect([...new Set(text.match(/kernts\.runtime\.\d+/g))]).toEqual([RUNTIME_KEY_TEXT]);
});
