import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RUNTIME_KEY_TEXT } from '../packages/runtime/src/probe-abi.js';
import { pack } from '../scripts/pack.mjs';

const script = `// @profile
function sum(upTo: number): number {
  let total = 0;
  for (let i = 1; i <= upTo; i++) {
    total += i;
  }
  return total;
}
console.log(sum(10));
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kernts-packed-'));
const project = join(folder, 'project');

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd: project, encoding: 'utf8' });
}

beforeAll(() => {
  mkdirSync(project);
  // Without it npm would look for a project further up.
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const tarballs = pack(root, folder).map(({ filename }) => filename);
  run('npm', 'install', '--no-audit', '--no-fund', ...tarballs);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an installed kernts profiles a TypeScript file', () => {
  writeFileSync(join(project, 'script.ts'), script);
  const output = run('npx', '--no', '--', 'kernts', '-l', '-v', '--html', 'script.ts');
  expect(output).toMatch(/^55\n/);
  expect(output).toMatch(/^Function: sum at line 1$/m);
  expect(output).toMatch(/^ +3 +1 .* let total = 0;$/m);
  expect(output).toMatch(/^ +4 +11 .* for \(let i = 1; i <= upTo; i\+\+\) \{$/m);
  expect(output).toMatch(/^ +5 +10 .* total \+= i;$/m);
});

test('an installed kernts has what its pages are made of', () => {
  const page = readFileSync(join(project, 'script.ts.html'), 'utf8');
  expect(page).toContain('"name":"sum"');
  expect(page).toMatch(/<style>.+<\/style>/s);
});

test.each([
  ['import', '--input-type=module', "import { instrument } from '@kernts/transformer'"],
  ['require', '--input-type=commonjs', "const { instrument } = require('@kernts/transformer')"],
])('an installed transformer answers to %s', (_, type, statement) => {
  const program = `${statement};
    const { woven } = instrument(${JSON.stringify(script)}, { filename: '/script.ts', timing: 'exact' });
    console.log(woven);`;
  expect(run('node', type, '--eval', program)).toBe('true\n');
});

test.each([
  ['import', '--input-type=module', "import { installRuntime } from '@kernts/runtime'"],
  ['require', '--input-type=commonjs', "const { installRuntime } = require('@kernts/runtime')"],
])('an installed runtime answers to %s', (_, type, statement) => {
  const program = `${statement}; installRuntime({ timing: 'off' }); console.log(Symbol.for('${RUNTIME_KEY_TEXT}') in globalThis);`;
  expect(run('node', type, '--eval', program)).toBe('true\n');
});

test.each([
  ['vite', "import { kernts } from 'kernts/vite'", 'kernts().name', 'kernts'],
  ['rollup', "import { kernts } from 'kernts/rollup'", 'kernts().transform("", "/a.ts")', 'null'],
  ['babel', "import { kernts } from 'kernts/babel'", 'kernts().length', '0'],
  ['babel, weaving', "import { kernts } from 'kernts/babel'", 'kernts({ enabled: true }).length', '1'],
])('an installed kernts has a plugin for what is configured by modules: %s', (_, statement, expression, printed) => {
  const program = `${statement}; console.log(String(${expression}));`;
  expect(run('node', '--input-type=module', '--eval', program)).toBe(`${printed}\n`);
});
