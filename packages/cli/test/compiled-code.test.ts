import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCompiled } from '../src/compiled-code.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kernts-compiled-'));
  file = join(folder, 'file.cjs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of the same length, which is all that V8 itself compares. */
const saying = (word: 'one' | 'two') => `exports.say = () => ${JSON.stringify(word)};`;

function run(source: string, kept: string | null = folder): { readonly said: string; readonly keep: () => void } {
  writeFileSync(file, source);
  const { exports, keep } = runCompiled(file, kept);
  const said = (exports as { say(): string }).say();
  return { said, keep: () => keep(kept) };
}

const kept = () => readdirSync(folder).filter((name) => name.startsWith('code-'));
const onlyKept = () => join(folder, kept()[0] ?? 'none');

/** What was compiled of one source, in the file of another. */
function swapCode(source: string): void {
  const content = readFileSync(onlyKept());
  const code = content.subarray(0, content.indexOf(saying('two')));
  writeFileSync(
    onlyKept(),
    Buffer.concat([code, Buffer.from(content.subarray(code.length).toString().replace(saying('two'), source))]),
  );
}

it('runs a CommonJS file with all that it may expect', () => {
  const source = `exports.say = () => [require('node:path').basename(__filename), __dirname, module.exports === exports].join();`;
  expect(run(source).said).toBe(`file.cjs,${folder},true`);
});

it('runs what was kept, and keeps it once', () => {
  run(saying('two')).keep();
  expect(kept()).toHaveLength(1);
  swapCode(saying('one'));
  const before = statSync(onlyKept());
  const again = run(saying('one'));
  again.keep();
  expect(again.said).toBe('two');
  expect(statSync(onlyKept())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

it('compiles anew what was kept of another text', () => {
  run(saying('two')).keep();
  const changed = run(saying('one'));
  expect(changed.said).toBe('one');
  changed.keep();
  expect(run(saying('one')).said).toBe('one');
  expect(kept()).toHaveLength(1);
});

it('compiles anew what was kept of another Node', () => {
  run(saying('two')).keep();
  swapCode(saying('one'));
  writeFileSync(onlyKept(), readFileSync(onlyKept(), 'latin1').replaceAll(process.execPath, '/other/node'), 'latin1');
  expect(run(saying('one')).said).toBe('one');
});

it.each([0, 10, 200])('compiles anew when all but %i bytes are lost', (length) => {
  run(saying('two')).keep();
  writeFileSync(onlyKept(), readFileSync(onlyKept()).subarray(0, length));
  expect(run(saying('two')).said).toBe('two');
});

it('runs without a folder, and where nothing can be kept', () => {
  run(saying('one'), null).keep();
  run(saying('one'), join(folder, 'missing')).keep();
  expect(kept()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['file.cjs']);
});
