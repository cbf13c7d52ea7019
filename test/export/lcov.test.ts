import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { runReader } from '../readers/run-reader.js';
import { testWith } from '../readers/with-reader.js';
import { type KnownProject, makeKnownProject, ODD } from './known-project.js';

let project: KnownProject;
let file: string;
beforeAll(async () => {
  project = makeKnownProject();
  file = await project.export('lcov', 'lcov.info');
});
afterAll(() => project.remove());

testWith('lcov', 'lcov counts lines and functions', async (lcov) => {
  const { stdout } = await runReader(lcov, ['--summary', file], { cwd: project.folder });
  expect(stdout).toMatch(/lines\.+: 100\.0% \(6 of 6 lines\)/);
  expect(stdout).toMatch(/functions\.+: 100\.0% \(4 of 4 functions\)/);
});

testWith('genhtml', 'genhtml shows the source with its hits', async (genhtml) => {
  const { stderr } = await runReader(genhtml, ['--quiet', '-o', 'html', file], { cwd: project.folder });
  expect(stderr).toBe('');
  const page = (path: string) => {
    const full = join(project.folder, 'html', path);
    return existsSync(full) ? readFileSync(full, 'utf8').replaceAll(/<[^>]*>/g, '') : '';
  };
  const grid = page('grid.ts.gcov.html') || page(join(project.folder.split('/').at(-1) ?? '', 'grid.ts.gcov.html'));
  expect(grid).toMatch(/210 : +for \(const cell of cells\) sum \+= cell;/);
  expect(readFileSync(join(project.folder, 'html', 'index.html'), 'utf8')).toContain(ODD.split('/')[0]);
});
