/** Test runners that compile what they run by themselves, so that kernts sees it by a plugin of theirs alone. */
import type { TestRunner } from '../../messages/selecting.js';
import { packageFolder } from './installed-package.js';

const RUNNERS: readonly TestRunner[] = [
  { name: 'Vitest', command: 'vitest', plugin: 'kernts/vite', config: 'vitest.config.ts' },
  { name: 'Jest', command: 'jest', plugin: 'kernts/babel', config: 'babel.config.js' },
];

/** The one that a command names; else, because `npm test` names none, one that the project has installed. */
export function testRunnerOf(command: readonly string[], cwd: string): TestRunner | null {
  const named = RUNNERS.find((runner) => command.some((word) => wordOf(word) === runner.command));
  return named ?? RUNNERS.find((runner) => packageFolder(runner.command, cwd) !== null) ?? null;
}

/** `node_modules/.bin/vitest`, `vitest.mjs` and `jest.js` as well. */
function wordOf(argument: string): string | undefined {
  return /([\w-]+)(?:\.[cm]?js)?$/.exec(argument)?.[1];
}
