import type { Profile, ProfiledFile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';

export function profileOf(parts: Partial<Profile> = {}): Profile {
  return {
    format: 'kernts-lprof',
    version: 1,
    unitNs: 1,
    command: ['w.ts'],
    node: 'v20.20.2',
    startedAt: '2026-01-02T03:04:05.000Z',
    wallNs: 2e9,
    timing: { mode: 'exact', probeCostNs: 40, readings: 10 },
    files: [fileOf()],
    functions: [functionOf()],
    ...parts,
  };
}

export function fileOf(parts: Partial<ProfiledFile> = {}): ProfiledFile {
  const source = "import './x.js';\n\n// @profile\nfunction slow() {\n  sleep(1.2);\n}\n";
  return { path: 'w.ts', sha256: 'aa', source, ...parts };
}

export function functionOf(parts: Partial<ProfiledFunction> = {}): ProfiledFunction {
  const lines = [lineOf({ line: 5, hits: 1, timeNs: 1_200_138_200, maxNs: 1_200_138_200 })];
  return { name: 'slow', file: 0, markLine: 3, line: 4, endLine: 6, calls: 1, totalNs: 1_201_260_000, lines, ...parts };
}

export function lineOf(parts: Partial<ProfiledLine> & { readonly line: number }): ProfiledLine {
  return { hits: 0, timeNs: 0, awaitNs: 0, maxNs: 0, ...parts };
}

/** A function over as many lines as given, with the numbers given; `file` 0 holds `source`. */
export function profileOfLines(source: readonly string[], lines: readonly ProfiledLine[], totalNs: number): Profile {
  const fn = functionOf({ name: 'f', markLine: null, line: 1, endLine: source.length, totalNs, lines });
  return profileOf({ files: [fileOf({ source: source.join('\n') })], functions: [fn] });
}
