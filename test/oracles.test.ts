/**
 * Outside witnesses for the hits in the fixtures: V8's own block coverage of the program as it is, and istanbul's
 * statement counters. Where they count something else by definition, a rule says what.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { disagreements, expectedByIstanbul, expectedByV8 } from './support/expected-hits.js';
import { fixtures } from './support/fixture.js';
import { type CountedStatement, istanbulCoverage } from './support/istanbul-coverage.js';
import { plainJavaScript } from './support/plain-javascript.js';
import { fixtureLines } from './support/site-nodes.js';
import { type CountAt, v8Coverage } from './support/v8-coverage.js';

/** Where V8's count is no count of how often the line began, and why. */
const RULES = {
  blocks: 'V8 counts blocks: what an exception skips in a block counts as run',
  creation: 'V8 counts a generator when it is created, even if it never starts',
  bindings: 'V8 counts what follows a loop whose rounds have bindings of their own, held by closures, once per round',
  heads: 'V8 has no count for what the head of a loop takes apart in each round',
  skipped: 'V8 has no count for what `?.` or a logical assignment skips',
  leftTry: 'V8 counts nothing behind a `try` with `finally` that a `break` leaves',
} as const;

const DIFFERS: Readonly<Record<string, Readonly<Record<number, keyof typeof RULES>>>> = {
  'classes/field-lines': { 62: 'blocks' },
  'conditions/switch': { 25: 'blocks' },
  'conditions/switch-scopes': { 11: 'blocks' },
  'exceptions/left-halfway': Object.fromEntries(
    [11, 12, 13, 14, 15, 16, 26, 27, 38, 39, 50, 51, 67, 75, 84, 85, 94, 120].map((line) => [line, 'blocks' as const]),
  ),
  'exceptions/left-in-branches': Object.fromEntries(
    [12, 17, 36, 39, 41, 48, 47, 49, 67, 85, 87, 97, 98, 114, 124, 155].map((line) => [line, 'blocks' as const]),
  ),
  'exceptions/throw-through': { 9: 'blocks' },
  'expressions/calls-and-awaits': { 50: 'blocks', 51: 'blocks', 52: 'blocks' },
  'expressions/operators': { 28: 'skipped', 41: 'skipped' },
  'expressions/patterns': { 40: 'heads' },
  'functions/default-lines': { 37: 'creation', 44: 'blocks' },
  'functions/hoisting': { 47: 'bindings', 48: 'bindings' },
  'generators/return-and-throw': { 20: 'creation' },
  'loops/for-closures': { 7: 'bindings', 14: 'bindings' },
  'loops/labels': { 39: 'leftTry' },
};

const programs = fixtures.flatMap((fixture) => plainJavaScript(fixture) ?? []);
const plain = programs.map(({ fixture, file, code }) => ({ name: fixture.name, file, code }));
let v8: Map<string, CountAt>;
let istanbul: Map<string, CountedStatement[]>;
let compared = 0;

beforeAll(async () => {
  v8 = await v8Coverage(plain);
  istanbul = await istanbulCoverage(plain);
});

describe.each(programs.map((program) => [program.fixture.name, program] as const))('%s', (name, { fixture }) => {
  const lines = fixtureLines(fixture);

  it('agrees with V8', () => {
    const differs = DIFFERS[name] ?? {};
    const countAt = v8.get(name) as CountAt;
    const byRule = disagreements(
      lines.filter(({ line }) => line in differs),
      (line) => expectedByV8(line, countAt),
    );
    const others = disagreements(
      lines.filter(({ line }) => !(line in differs)),
      (line) => expectedByV8(line, countAt),
    );
    expect(others).toEqual([]);
    expect(byRule).toHaveLength(Object.keys(differs).length);
  });

  it('agrees with istanbul', () => {
    const statements = istanbul.get(name) ?? [];
    compared += lines.filter((line) => expectedByIstanbul(line, statements) !== null).length;
    expect(disagreements(lines, (line) => expectedByIstanbul(line, statements))).toEqual([]);
  });
});

it('compared many lines', () => {
  expect(programs.length).toBeGreaterThan(60);
  expect(compared).toBeGreaterThan(300);
});
