/** How often istanbul says that each statement ran: the counters that babel-plugin-istanbul puts into a program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstrumenter } from 'istanbul-lib-instrument';
import { type PlainProgram, runPlain } from './run-plain.js';

interface Place {
  /** Lines 1-based, columns 0-based. */
  readonly line: number;
  readonly column: number;
}

export interface CountedStatement {
  readonly start: Place;
  readonly end: Place;
  readonly count: number;
}

export interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { start: Place; end: Place }>>;
  readonly s: Readonly<Record<string, number>>;
}

const WRITE = `
import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync('counters.json', JSON.stringify(globalThis.__coverage__)));
`;

export function instrumented({ name, file, code }: PlainProgram): PlainProgram {
  const esModules = !file.endsWith('.cjs');
  const instrumenter = createInstrumenter({
    esModules,
    coverageGlobalScopeFunc: false,
    coverageGlobalScope: 'globalThis',
  });
  return { name, file, code: instrumenter.instrumentSync(code, name) };
}

export function countedStatements({ statementMap, s }: FileCoverage): CountedStatement[] {
  return Object.entries(statementMap).map(([id, { start, end }]) => ({ start, end, count: s[id] ?? 0 }));
}

export async function istanbulCoverage(programs: readonly PlainProgram[]): Promise<Map<string, CountedStatement[]>> {
  const read = (root: string) => {
    const all = JSON.parse(readFileSync(join(root, 'counters.json'), 'utf8')) as Record<string, FileCoverage>;
    return new Map(
      programs.map(({ name }): [string, CountedStatement[]] => {
        return [name, countedStatements(all[name] as FileCoverage)];
      }),
    );
  };
  return await runPlain(programs.map(instrumented), () => ({}), read, WRITE);
}
