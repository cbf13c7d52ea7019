/** How many hits two outside witnesses expect of a line: V8's block coverage and istanbul's statement counters. */
import type { Node } from '@babel/types';
import type { CountedStatement } from './istanbul-coverage.js';
import { canLeaveEarly, type SiteLine } from './site-nodes.js';
import type { CountAt } from './v8-coverage.js';

/** What hits may be. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const exactly = (count: number): Range => ({ from: count, to: count });

export function expectedByV8({ site }: SiteLine, countAt: CountAt): Range {
  const at = (node: { start?: number | null }) => countAt(node.start ?? 0);
  const inside = (node: { start?: number | null }) => countAt((node.start ?? 0) + 1);
  // The first character of a function or class belongs to its own count.
  const atStatement = (node: Node) => (/Class|Function/.test(node.type) ? countAt((node.start ?? 1) - 1) : at(node));
  switch (site.kind) {
    case 'statement':
    case 'operand':
    case 'value':
      return exactly(atStatement(site.node));
    case 'catch':
    case 'finally':
      return exactly(inside(site.block));
    case 'case':
      return exactly(atStatement(site.first ?? site.node));
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
export function expectedByIstanbul(
  { line, column, site }: SiteLine,
  statements: readonly CountedStatement[],
): Range | null {
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

export function disagreements(lines: readonly SiteLine[], expected: (line: SiteLine) => Range | null): string[] {
  return lines.flatMap((siteLine) => {
    const range = expected(siteLine);
    if (range === null || (range.from <= siteLine.hits && siteLine.hits <= range.to)) return [];
    const { line, hits, site } = siteLine;
    return [
      `line ${line} (${site.kind}): ${hits} hits, but ${range.from}${range.to > range.from ? `–${range.to}` : ''}`,
    ];
  });
}
