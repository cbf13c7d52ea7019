import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testRunnerOf } from '../../src/launch/parent/test-runner.js';

const cwd = mkdtempSync(join(tmpdir(), 'kernts-test-runner-'));
afterAll(() => rmSync(cwd, { recursive: true }));

test.each([
  [['npx', 'vitest', 'run'], 'kernts/vite'],
  [['node', 'node_modules/vitest/vitest.mjs'], 'kernts/vite'],
  [['./node_modules/.bin/jest', '-i'], 'kernts/babel'],
  [['npm', 'test'], undefined],
  [['npx', 'my-vitest-like'], undefined],
])('%j', (command, plugin) => {
  expect(testRunnerOf(command, cwd)?.plugin).toBe(plugin);
});

test('one that is installed, where the command names none', () => {
  mkdirSync(join(cwd, 'node_modules/jest'), { recursive: true });
  writeFileSync(join(cwd, 'node_modules/jest/package.json'), '{}');
  expect(testRunnerOf(['npm', 'test'], cwd)?.name).toBe('Jest');
  expect(testRunnerOf(['npx', 'vitest'], cwd)?.name).toBe('Vitest');
});
