/** A project on disk with a profile whose numbers are known, exported by the built command. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Profile, ProfiledFile, ProfiledLine } from '@kernts/runtime';
import { makeProject, type Project } from '../support/project.js';
import { COMMAND, runNode } from '../support/run-kernts.js';

export const GRID = 'grid.ts';
export const ODD = 'odd dir/a;b#(1) =x`.ts';

const sources: Readonly<Record<string, string>> = {
  [GRID]: `// @profile
async function step(cells: number[]): Promise<number> {
  let sum = 0;
  for (const cell of cells) sum += cell;
  return await later(sum);
}
`,
  [ODD]: `export const odd = {
  'a;b "c" \`d\`': () => [1, 2].map((n) => n + 1),
  '(1) fn=(2) x': () => '<img src=x onerror=alert(1)>',
  日本: () => "=1+1",
};
`,
};

const line = (at: number, hits: number, timeNs: number, awaitNs = 0): ProfiledLine => {
  return { line: at, hits, timeNs, awaitNs, maxNs: timeNs };
};

const fn = (name: string, file: number, at: number, endLine: number, lines: readonly ProfiledLine[]) => {
  const totalNs = lines.reduce((sum, { timeNs }) => sum + timeNs, 0);
  return { name, file, markLine: null, line: at, endLine, calls: lines[0]?.hits ?? 0, totalNs, lines };
};

export const functions = [
  fn('step', 0, 2, 6, [line(3, 10, 1_000_000), line(4, 210, 70_000_000), line(5, 10, 9_000_000, 500_000_000)]),
  fn('a;b "c" `d`', 1, 2, 2, [line(2, 7, 15_000_000)]),
  fn('(1) fn=(2) x', 1, 3, 3, [line(3, 3, 4_000_000)]),
  fn('日本', 1, 4, 4, [line(4, 2, 1_000_000)]),
] as const;

/** Over all lines. */
export const totals = { timeNs: 100_000_000, hits: 242 };

export interface KnownProject extends Project {
  /** Adds a file with what `kernts export` makes of the profile; its path. */
  export(format: string, name: string): Promise<string>;
}

export function makeKnownProject(): KnownProject {
  const files = Object.entries(sources).map(
    ([path, source]): ProfiledFile => ({ path, source, sha256: createHash('sha256').update(source).digest('hex') }),
  );
  const profile: Profile = {
    format: 'kernts-lprof',
    version: 1,
    unitNs: 1,
    command: [GRID],
    node: process.version,
    startedAt: '2026-01-02T03:04:05.000Z',
    wallNs: 700_000_000,
    timing: { mode: 'exact', probeCostNs: 40, readings: 1 },
    files,
    functions,
  };
  const project = makeProject({ ...sources, 'known.lprof': JSON.stringify(profile) });
  return {
    ...project,
    export: async (format, name) => {
      const args = [COMMAND, 'export', '--format', format, '-o', name, 'known.lprof'];
      const { code, stdout, stderr } = await runNode(args, { cwd: project.folder });
      if (code !== 0 || stdout !== '') throw new Error(`${code}: ${stdout}${stderr}`.slice(0, 500));
      return join(project.folder, name);
    },
  };
}
