/** What cannot work is refused before the program starts: one sentence, status 2, nothing run. */
import { afterAll, expect, test } from 'vitest';
import { makeProject } from '../support/project.js';
import { COMMAND, hitsOf, runKernts, runNode } from '../support/run-kernts.js';

const { folder: cwd, remove } = makeProject({
  'package.json': '{}',
  'ok.ts': "import './lib/other';\nexport function one() {}\nclass Two { three() {} }\nconsole.log('ran', Two.name);\n",
  'lib/other.ts': '// @profile\nexport function other() {}\nother();\n',
  'lib/unloaded.ts': 'export const x = 1;\n',
  'broken.ts': "// @profile\nfunction f() {\n  const = 1;\n}\nconsole.log('ran');\n",
  'imports-broken.ts': "console.log('ran');\nimport('./broken').catch(() => console.log('refused'));\n",
  'node_modules/dep/package.json': '{ "name": "dep", "main": "index.js" }',
  'node_modules/dep/index.js': '// @profile\nexports.dep = function dep() { return 1; };\n',
  'uses-dep.ts': "import { dep } from 'dep';\ndep();\n",
  'plain.ts': "console.log('ran');\n",
});
afterAll(remove);

test('a syntax error in the script', async () => {
  const { stdout, stderr, code } = await runKernts(['broken.ts'], { cwd });
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toMatch(/broken\.ts:3:\d+: .*syntax error.*\n/);
  expect(stderr).toContain('> 3 |   const = 1;');
});

test.each([
  ['a file', ['broken.ts']],
  ['code', ['-c', '// @profile\nfunction f( {']],
])('nothing runs before the script is known to be right: %s', async (_, args) => {
  const { stdout, stderr, code } = await runKernts(['--no-cache', '-s', 'plain.ts', ...args], { cwd });
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain('syntax error');
});

test('a syntax error in another file is for tsx to report', async () => {
  const { stdout, stderr, code } = await runKernts(['imports-broken.ts'], { cwd });
  expect({ stdout, code }).toEqual({ stdout: 'ran\nrefused\n', code: 0 });
  expect(stderr).toContain('broken.ts:3: the file is not profiled, because it cannot be parsed: ');
});

test.each([
  ['nowhere.ts', 'no file, glob or installed package'],
  ['lib/*.js', 'no file, glob or installed package'],
  ['left-pad', 'no package of that name'],
  ['ok.ts:four', 'ok.ts has no function four; it has one, Two.three'],
])('-p %s', async (target, reason) => {
  const { stdout, stderr, code } = await runKernts(['-p', target, 'ok.ts'], { cwd });
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain(`-p ${target} matches nothing: ${reason}`);
});

test.each([
  [['ok.ts:Two.three,ok.ts:one'], ['Two.three', 'one', 'other']],
  [['ok.ts'], ['<module>', 'Two.three', 'one', 'other']],
  [['lib/*.ts'], ['<module>', 'other']],
  [['lib'], ['<module>', 'other']],
])('-p %s selects', async (targets, names) => {
  const { profile, code } = await runKernts(['-q', ...targets.flatMap((target) => ['-p', target]), 'ok.ts'], { cwd });
  expect({ code, names: profile?.functions.map(({ name }) => name).sort() }).toEqual({ code: 0, names });
});

test('installed packages are profiled when they are named, whatever is marked in them', async () => {
  const unnamed = await runKernts(['uses-dep.ts'], { cwd });
  expect(unnamed.profile).toBeNull();
  const { profile } = await runKernts(['-q', '-p', 'dep', 'uses-dep.ts'], { cwd });
  expect(hitsOf(profile)).toContain('node_modules/dep/index.js: dep 2:1');
});

test('a target that is never loaded, and a program without marks, run and get a hint', async () => {
  const unloaded = await runKernts(['-p', 'lib/unloaded.ts', 'plain.ts'], { cwd });
  expect(unloaded).toMatchObject({ stdout: 'ran\n', code: 0, profile: null });
  expect(unloaded.stderr).toContain('-p lib/unloaded.ts selected nothing');
  const unmarked = await runKernts(['plain.ts'], { cwd });
  expect(unmarked).toMatchObject({ stdout: 'ran\n', code: 0, profile: null });
  expect(unmarked.stderr).toContain('Nothing in plain.ts or the files it loaded is marked');
});

test('code is named in hints as it can be named with -p', async () => {
  const code = 'function one() { return 1; }\none();';
  const unmarked = await runKernts(['-c', code], { cwd });
  expect(unmarked.stderr).toContain('Nothing in [eval].ts');
  const { profile } = await runKernts(['-q', '-p', '[eval].ts', '-c', code], { cwd });
  expect(hitsOf(profile)).toContain('[eval].ts: one 1:1');
});

test.runIf(process.platform !== 'win32')('a temporary folder in which nothing can be written', async () => {
  // Files that grow are an error, and not the end of the process.
  const limited = 'trap "" XFSZ; ulimit -f 0; exec "$@"';
  const { stdout, stderr, code } = await runNode(['-c', limited, 'sh', process.execPath, COMMAND, 'plain.ts'], {
    node: 'sh',
    cwd,
  });
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toMatch(/^kernts: Cannot keep temporary files in .* \(the file would become too large\); .*\n$/);
});
