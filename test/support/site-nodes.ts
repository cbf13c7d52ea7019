/** What stands in the source where each line's first site is, and the hits of that line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Loop, type Node, traverseFast, VISITOR_KEYS } from '@babel/types';
import type { SiteTable } from '@kernts/runtime';
import { parse } from '../../packages/transformer/src/parse.js';
import { type Fixture, weaveFixture, wovenName } from './fixture.js';

export type SiteNode =
  | { readonly kind: 'statement'; readonly node: Node }
  /** The value of an arrow function without braces. */
  | { readonly kind: 'value'; readonly node: Node }
  | { readonly kind: 'catch' | 'finally'; readonly block: Node }
  | { readonly kind: 'case'; readonly node: Node; readonly first: Node | null }
  /** Test or step of a loop, on the line where the loop begins or on its own. */
  | { readonly kind: 'header'; readonly loop: Loop }
  | { readonly kind: 'update' | 'begin'; readonly loop: Loop }
  /** A default value, of a parameter or in a pattern. */
  | { readonly kind: 'default'; readonly node: Node }
  /** The first part of an expression on a line. */
  | { readonly kind: 'operand'; readonly node: Node }
  /** A `for` without a test. */
  | { readonly kind: 'endless'; readonly loop: Loop };

export interface SiteLine {
  readonly line: number;
  readonly column: number;
  readonly hits: number;
  readonly site: SiteNode;
}

function isStatement(node: Node): boolean {
  return (
    /(Statement|Declaration)$/.test(node.type) && node.type !== 'LabeledStatement' && node.type !== 'BlockStatement'
  );
}

function describe(node: Node, parent: Node | null, key: string): SiteNode | null {
  switch (node.type) {
    case 'CatchClause':
      return { kind: 'catch', block: node.body };
    case 'SwitchCase':
      return { kind: 'case', node, first: node.consequent[0] ?? null };
    case 'ForStatement':
      if (node.test == null) return { kind: 'endless', loop: node };
      // A test on a line of its own is counted there.
      return { kind: node.test.loc?.start.line === node.loc?.start.line ? 'header' : 'begin', loop: node };
    case 'WhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return { kind: 'header', loop: node };
    case 'DoWhileStatement':
      return null;
  }
  if (key === 'finalizer') return { kind: 'finally', block: node };
  if (key === 'body' && parent?.type === 'ArrowFunctionExpression' && node.type !== 'BlockStatement') {
    return { kind: 'value', node };
  }
  if (key === 'test' && (parent?.type === 'ForStatement' || parent?.type === 'DoWhileStatement')) {
    return { kind: 'header', loop: parent };
  }
  if (key === 'right' && parent?.type === 'AssignmentPattern') return { kind: 'default', node };
  if (key === 'update' && parent?.type === 'ForStatement') return { kind: 'update', loop: parent };
  return isStatement(node) ? { kind: 'statement', node } : null;
}

/** By `line:column`; where several nodes begin at one place, the outermost that can be a site, else any. */
function nodesByPlace(source: string, filename: string): Map<string, SiteNode> {
  const nodes = new Map<string, SiteNode>();
  const operands = new Map<string, SiteNode>();
  const visit = (node: Node, parent: Node | null, key: string) => {
    const start = node.loc?.start;
    const site = describe(node, parent, key);
    const place = `${start?.line}:${start?.column}`;
    if (site !== null && !nodes.has(place)) nodes.set(place, site);
    if (site === null && !operands.has(place)) operands.set(place, { kind: 'operand', node });
    for (const name of VISITOR_KEYS[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | Node[] | null | undefined>)[name];
      for (const inner of Array.isArray(child) ? child : [child]) if (inner) visit(inner, node, name);
    }
  };
  visit(parse(source, filename).program, null, '');
  return new Map([...operands, ...nodes]);
}

/** Hits by line; lines that two functions share are left out. */
function hitsInText(folder: string): Map<number, number> {
  const text = readFileSync(join(folder, 'lines.txt'), 'utf8');
  const rows = text.slice(text.indexOf('\n\n') + 2).split('\n');
  const hits = new Map<number, number>();
  rows.forEach((row, index) => {
    const cell = row.slice(0, row.indexOf('|')).trim();
    if (/^\d+$/.test(cell)) hits.set(index + 1, Number(cell));
  });
  return hits;
}

/** What was woven, and the hits by line: lines that two functions share are not among them. */
interface Counted {
  readonly source: string;
  readonly filename: string;
  readonly sites: SiteTable | undefined;
  readonly hits: ReadonlyMap<number, number>;
}

export function siteLines({ source, filename, sites, hits }: Counted): SiteLine[] {
  const nodes = nodesByPlace(source, filename);
  const first = new Map<number, number>();
  for (let site = 1; site < (sites?.line.length ?? 0); site++) {
    const [line, column] = [sites?.line[site] as number, sites?.column[site] as number];
    first.set(line, Math.min(first.get(line) ?? column, column));
  }
  return [...first].flatMap(([line, column]) => {
    const site = nodes.get(`${line}:${column}`);
    const count = hits.get(line);
    if (count === undefined) return [];
    if (site === undefined) throw new Error(`${filename}: nothing begins at ${line}:${column}`);
    return [{ line, column, hits: count, site }];
  });
}

export function fixtureLines(fixture: Fixture): SiteLine[] {
  const { source, folder } = fixture;
  const sites = weaveFixture(fixture, 'exact').description?.sites;
  return siteLines({ source, filename: wovenName(fixture), sites, hits: hitsInText(folder) });
}

/** Whether a round can end the loop, or go on with an outer one, before its test. */
export function canLeaveEarly(loop: Loop): boolean {
  const leaving = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement', 'YieldExpression']);
  let found = false;
  traverseFast(loop.body, (node) => {
    if (leaving.has(node.type) || (node.type === 'ContinueStatement' && node.label != null)) found = true;
  });
  return found;
}
