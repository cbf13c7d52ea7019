/**
 * Outside witnesses for the hits in the fixtures: V8's own block coverage of the program as it is, and istanbul's
 * statement counters. Where they count something else by definition, a rule says what.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from './support/fixture.js';
import { type CountedStatement, istanbulCoverage } from './support/istanbul-coverage.js';
import { plainJavaScript } from './support/plain-javascript.js';
import { canLeaveEarly, type SiteLine, siteLines } from './support/site-nodes.js';
import { type CountAt, v8Coverage } from './support/v8-coverage.js';

/** What hits may be. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const exactly = (count: number): Range => ({ from: count, to: count });

/** Where V8's count is no count of how often the line began, and why. */
const RULES = {
  blocks: 'V8 counts blocks: what an exception skips in a block counts as run',
  creation: 'V8 counts a generator when it is created, even if it never starts',
  bindings: 'V8 counts what follows a loop whose rounds have bindings of their own, held by closures, once per round',
  heads: 'V8 has no count for what the head of a loop takes apart in each round',
  leftTry: 'V8 counts nothing behind a `try` with `finally` that a `break` leaves',
} as const;

const DIFFERS: Readonly<Record<string, Readonly<Record<number, keyof typeof RULES>>>> = {
  'classes/field-lines': { 62: 'blocks' },
  'conditions/switch': { 25: 'blocks' },
  'exceptions/throw-through': { 9: 'blocks' },
  'expressions/calls-and-awaits': { 50: 'blocks', 51: 'blocks', 52: 'blocks' },
  'expressions/patterns': { 40: 'heads' },
  'functions/default-lines': { 37: 'creation', 44: 'blocks' },
  'generators/return-and-throw': { 20: 'creation' },
  'loops/for-closures': { 7: 'bindings', 14: 'bindings' },
  'loops/labels': { 39: 'leftTry' },
};

function expectedByV8({ site }: SiteLine, countAt: CountAt): Range {
  const at = (node: { start?: number | null }) => countAt(node.start ?? 0);
  const inside = (node: { start?: number | null }) => countAt((node.start ?? 0) + 1);
  switch (site.kind) {
    case 'statement':
    case 'operand':
    case 'value':
      // The first character of a function or class belongs to its own count.
      return exactly(/Class|Function/.test(site.node.type) ? countAt((site.node.start ?? 1) - 1) : at(site.node));
    case 'catch':
    case 'finally':
      return exactly(inside(site.block));
    case 'case':
      return exactly(at(site.first ?? site.node));
    case 'endless':
      return exactly(at(site.loop.body));
    case 'header': {
      // A header counts every test or step: the rounds, and the one that ends each run of the loop.
      const { loop } = site;
      const rounds = at(loop.body);
      const ends = loop.type === 'DoWhileStatement' ? 0 : at(loop);
      return canLeaveEarly(loop) ? { from: Math.min(rounds, ends), to: rounds + ends } : exactly(rounds + ends);
    }
    case 'default':
      // V8 has no count of its own for a default value.
      return { from: 0, to: at(site.node) };
    case 'begin':
      return exactly(at(site.loop));
    case 'update': {
      const rounds = at(site.loop.body);
      return canLeaveEarly(site.loop) ? { from: 0, to: rounds } : exactly(rounds);
    }
  }
}

/** Istanbul counts these where they begin; a declaration where its first value begins. */
function expectedByIstanbul({ line, column, site }: SiteLine, statements: readonly CountedStatement[]): Range | null {
  if (site.kind !== 'statement' && site.kind !== 'value') return null;
  const onLine = statements.filter(({ start }) => start.line === line && start.column >= column);
  const first = onLine.sort((a, b) => a.start.column - b.start.column)[0];
  if (first === undefined) return null;
  if (site.node.type === 'VariableDeclaration') {
    const [declarator] = site.node.declarations;
    const init = declarator?.init?.loc?.start;
    return init?.line === first.start.line && init.column === first.start.column ? exactly(first.count) : null;
  }
  return first.start.column === column ? exactly(first.count) : null;
}

function disagreements(lines: readonly SiteLine[], expected: (line: SiteLine) => Range | null): string[] {
  return lines.flatMap((siteLine) => {
    const range = expected(siteLine);
    if (range === null || (range.from <= siteLine.hits && siteLine.hits <= range.to)) return [];
    const { line, hits, site } = siteLine;
    return [
      `line ${line} (${site.kind}): ${hits} hits, but ${range.from}${range.to > range.from ? `–${range.to}` : ''}`,
    ];
  });
}

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
  const lines = siteLines(fixture);

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
