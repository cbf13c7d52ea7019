/** What was woven is kept for the next run, for as long as nothing that it came from has changed. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts } from '../support/run-kernts.js';

const marked = `// @profile
function greet(name: string): string {
  return 'Hello, ' + name;
}
console.log(greet('you'));
`;

const map = (mappings: string) => JSON.stringify({ version: 3, sources: ['original.ts'], names: [], mappings });
/** Each of the five lines is the same line of the original. */
const SAME_LINES = 'AAAA;AACA;AACA;AACA;AACA';
/** One line further down. */
const SHIFTED = 'AACA;AACA;AACA;AACA;AACA';
const compiled = marked.replace(/: string/g, '');

const { folder: cwd, write, remove } = makeProject({ 'package.json': '{}', 'marked.ts': marked });
afterAll(remove);

const temporary = join(cwd, 'temporary');
const env = { TMPDIR: temporary };
const cache = join(temporary, `kernts-cache-${process.getuid?.()}`);

beforeEach(() => {
  rmSync(temporary, { recursive: true, force: true });
  write('temporary/empty', '');
  write('compiled.js', `${compiled}//# sourceMappingURL=compiled.js.map\n`);
  write('compiled.js.map', map(SAME_LINES));
  write('original.ts', marked);
});

const run = (...args: readonly string[]) => runKernts(['-q', ...args], { cwd, env });
const kept = () => readdirSync(cache).filter((name) => name.endsWith('.json'));

/** So that a run which takes a file from the cache says something else. */
function tamper(): void {
  for (const name of kept()) {
    const path = join(cache, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('Hello', 'Taken'));
  }
}

describe.each(['marked.ts', 'compiled.js'])('%s', (script) => {
  it('is taken from the cache when nothing has changed', async () => {
    const first = await run(script);
    expect(first.stdout).toBe('Hello, you\n');
    expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
    tamper();
    const second = await run(script);
    expect(second.stdout).toBe('Taken, you\n');
    expect(hitsOf(second.profile)).toEqual(hitsOf(first.profile));
  });

  it('is woven anew when it has changed', async () => {
    await run(script);
    tamper();
    write(script, `${readFileSync(join(cwd, script), 'utf8')}\n`);
    expect((await run(script)).stdout).toBe('Hello, you\n');
    expect(kept()).toHaveLength(2);
    write('marked.ts', marked);
  });

  it('is woven anew under another selection and another timing', async () => {
    await run(script);
    tamper();
    expect((await run('-p', script, script)).stdout).toBe('Hello, you\n');
    expect((await run('--timing', 'off', script)).stdout).toBe('Hello, you\n');
    expect((await run('--timing', 'exact', script)).stdout).toBe('Hello, you\n');
    expect((await run('--timing', 'auto', script)).stdout).toBe('Taken, you\n');
  });

  it('is woven anew with --no-cache, and not kept', async () => {
    await run(script);
    tamper();
    const before = kept();
    const { stdout, profile } = await run('--no-cache', script);
    expect(stdout).toBe('Hello, you\n');
    expect(profile?.functions.map(({ name }) => name)).toEqual(['greet']);
    expect(kept()).toEqual(before);
    rmSync(cache, { recursive: true });
    await run('--no-cache', script);
    expect(existsSync(cache)).toBe(false);
  });

  it('is woven anew when the cache has lost a part', async () => {
    await run(script);
    for (const name of kept()) writeFileSync(join(cache, name), '{"code":');
    expect((await run(script)).stdout).toBe('Hello, you\n');
  });

  it('is kept once by runs at the same time', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => run(script)));
    for (const { stdout, profile } of runs) {
      expect(stdout).toBe('Hello, you\n');
      expect(hitsOf(profile)).toEqual(hitsOf(runs[0]?.profile ?? null));
    }
    expect(kept()).toHaveLength(1);
  });
});

describe('a compiled file', () => {
  it('is woven anew when its map has changed', async () => {
    const before = await run('compiled.js');
    write('compiled.js.map', map(SHIFTED));
    const after = await run('compiled.js');
    expect(hitsOf(before.profile)).toEqual(['original.ts: greet 3:1']);
    expect(hitsOf(after.profile)).not.toEqual(hitsOf(before.profile));
  });

  it('is woven anew when an original that the map does not carry has changed', async () => {
    await run('compiled.js');
    const edited = marked.replace('greet(name', 'salute(name');
    write('original.ts', edited);
    const { profile } = await run('compiled.js');
    expect(profile?.functions.map(({ name }) => name)).toEqual(['salute']);
    expect(profile?.files.map(({ source }) => source)).toEqual([edited]);
  });

  it('is woven anew when that original has gone', async () => {
    await run('compiled.js');
    rmSync(join(cwd, 'original.ts'));
    const { profile } = await run('compiled.js');
    expect(profile?.files.map(({ path }) => path)).toEqual(['compiled.js']);
  });
});

describe.each(nodeMajors)('the command, compiled by $name', ({ path: node }) => {
  const runWith = (...args: readonly string[]) => runKernts(['-q', ...args, 'marked.ts'], { cwd, env, node });
  const compiled = () => readdirSync(cache).filter((name) => name.startsWith('code-'));

  it('is kept, and taken from there', async () => {
    const first = await runWith();
    expect(compiled()).toHaveLength(1);
    const path = join(cache, compiled()[0] ?? '');
    const before = statSync(path);
    const second = await runWith();
    expect(second).toMatchObject({ stdout: 'Hello, you\n', stderr: '', code: 0 });
    expect(hitsOf(second.profile)).toEqual(hitsOf(first.profile));
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('is compiled anew where what was kept is of another build', async () => {
    await runWith();
    const path = join(cache, compiled()[0] ?? '');
    const content = readFileSync(path, 'latin1');
    writeFileSync(path, content.replaceAll('kernts', 'Kernts'), 'latin1');
    expect(await runWith()).toMatchObject({ stdout: 'Hello, you\n', stderr: '', code: 0 });
    expect(readFileSync(path, 'latin1').endsWith(content.slice(-1_000))).toBe(true);
  });

  it('is not kept with --no-cache', async () => {
    await runWith('--no-cache');
    expect(existsSync(cache)).toBe(false);
  });
});
