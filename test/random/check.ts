/** What must hold for a random program, and what of it does not. */
import type { ProfiledFunction } from '@kernts/runtime';
import { takeOut } from '@kernts/transformer';
import { disagreements, expectedByIstanbul } from '../support/expected-hits.js';
import { countedStatements } from '../support/istanbul-coverage.js';
import { type SiteLine, siteLines } from '../support/site-nodes.js';
import { countAt } from '../support/v8-coverage.js';
import type { Answer } from './orders.js';
import { countsIn, expectedByTrace } from './trace-witness.js';
import { randomByV8 } from './v8-rules.js';
import { type Woven, wovenName } from './weave-program.js';

export type Kind = 'text' | 'behaviour' | 'modes' | 'v8' | 'istanbul' | 'trace';

export interface Failure {
  readonly kind: Kind;
  readonly detail: string;
}

export interface Checked {
  readonly failures: readonly Failure[];
  /** Lines that a witness spoke of. */
  readonly compared: Readonly<Record<'v8' | 'istanbul' | 'trace', number>>;
  /** An exception ended it. */
  readonly hasThrown: boolean;
}

const LINE_END = /[\n\r\u2028\u2029]/;

function textFailures({ program, auto, exact, off }: Woven): Failure[] {
  const wrong = [auto, exact, off].flatMap(({ code, insertions }) => [
    ...(takeOut(code, insertions) === program.source ? [] : ['the source does not come back']),
    ...(insertions.slice(0, -1).some(({ text }) => LINE_END.test(text)) ? ['a line moved'] : []),
  ]);
  return wrong.map((detail) => ({ kind: 'text', detail }));
}

function firstDifference(plain: readonly string[], woven: readonly string[]): string | null {
  const length = Math.max(plain.length, woven.length);
  for (let index = 0; index < length; index++) {
    if (plain[index] !== woven[index]) return `entry ${index} is ${woven[index]} instead of ${plain[index]}`;
  }
  return null;
}

function behaviourFailures({ name }: Woven, answer: Answer): Failure[] {
  return (['auto', 'exact', 'off'] as const).flatMap((form) => {
    const difference = firstDifference(answer.plain[name]?.trace ?? [], answer[form][name]?.trace ?? ['nothing ran']);
    return difference === null ? [] : [{ kind: 'behaviour' as const, detail: `${form}: ${difference}` }];
  });
}

function functionsOf({ profile }: Answer, path: string): ProfiledFunction[] {
  const file = profile.files.findIndex((candidate) => candidate.path === path);
  return profile.functions.filter((fn) => fn.file === file);
}

/** A line can stand in one listing only; lines that two share are left out. */
function hitsByLine(functions: readonly ProfiledFunction[]): Map<number, number> {
  const lines = functions.flatMap((fn) => fn.lines);
  const once = lines.filter(({ line }) => lines.filter((other) => other.line === line).length === 1);
  return new Map(once.map(({ line, hits }) => [line, hits]));
}

function modeFailures(exact: readonly ProfiledFunction[], other: readonly ProfiledFunction[]): Failure[] {
  const counted = (functions: readonly ProfiledFunction[]) =>
    functions.map(({ name, calls, lines }) => `${name} ${calls}: ${lines.map(({ line, hits }) => `${line}=${hits}`)}`);
  const difference = firstDifference(counted(exact), counted(other));
  return difference === null ? [] : [{ kind: 'modes', detail: difference }];
}

/** Null for a program that went on for too long. */
export function check(woven: Woven, answer: Answer): Checked | null {
  const { name, program, exact } = woven;
  const [plain, v8, istanbul] = [answer.plain[name], answer.v8[name], answer.istanbul[name]];
  if (plain === undefined || plain.isOut) return null;
  const functions = functionsOf(answer, wovenName('exact', name, program));
  const [filename, sites] = [wovenName('exact', name, program), exact.description?.sites];
  const lines = siteLines({ source: program.source, filename, sites, hits: hitsByLine(functions) });
  const counts = countsIn(plain.trace);
  const statements = istanbul === undefined ? [] : countedStatements(istanbul);
  const expected = {
    v8: v8 === undefined ? () => null : randomByV8(program, filename, countAt(v8)),
    istanbul: (line: SiteLine) => expectedByIstanbul(line, statements),
    trace: (line: SiteLine) => expectedByTrace(line, counts),
  };
  const failures: Failure[] = [
    ...textFailures(woven),
    ...behaviourFailures(woven, answer),
    ...modeFailures(functions, functionsOf(answer, wovenName('off', name, program))),
    ...modeFailures(functions, functionsOf(answer, wovenName('auto', name, program))),
  ];
  const compared = { v8: 0, istanbul: 0, trace: 0 };
  for (const witness of ['v8', 'istanbul', 'trace'] as const) {
    compared[witness] = lines.filter((line) => expected[witness](line) !== null).length;
    failures.push(...disagreements(lines, expected[witness]).map((detail) => ({ kind: witness, detail })));
  }
  return {
    failures,
    compared,
    hasThrown: plain.trace.some((entry) => /^ended by|^\d+ rejected|^unhandled/.test(entry)),
  };
}
