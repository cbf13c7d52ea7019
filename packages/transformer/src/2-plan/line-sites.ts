/** Where the probes of lines inside an expression stand: in front of an operand, in a call's arguments, around the last of them. */
import type { CallExpression, NewExpression, Node, OptionalCallExpression, SpreadElement } from '@babel/types';
import { endOf, firstLine, startOf } from '../walk.js';
import { type Place, text } from './verbs.js';

export type Call = CallExpression | OptionalCallExpression | NewExpression;

export interface Lines {
  readonly place: Place;
  /** Site of each line that the statement has reached; null on its own line, where that line has no site yet. */
  readonly sites: Map<number, number | null>;
}

/** A new site, the first of its line, where `node` begins. */
export function openSite({ place, sites }: Lines, node: Node): number {
  const site = place.scene.plan.site(node, place.activation);
  sites.set(firstLine(node), site);
  return site;
}

/** The site of the line that a call stands on; a statement that found its line open makes one now. */
export function siteFor(lines: Lines, own: Node): number {
  const known = lines.sites.get(firstLine(own));
  if (known != null) return known;
  return openSite(lines, own);
}

/** Tells later whether other lines than that of `own` were begun in between. */
export function leavesLine({ sites }: Lines, own: Node): () => boolean {
  const line = firstLine(own);
  const others = () => sites.size - (sites.has(line) ? 1 : 0);
  const before = others();
  return () => others() > before;
}

export function beginOperand({ place: { scene, activation } }: Lines, node: Node, site: number): void {
  scene.plan.around(startOf(node), endOf(node), activation, text('('), text(')'));
  scene.plan.before(startOf(node), activation, scene.plan.lineAction('hit', site, 'operand'));
}

/** Between tags, code stands in braces. */
export function inBraces({ place: { scene, activation } }: Lines, node: Node): void {
  scene.plan.around(startOf(node), endOf(node), activation, text('{'), text('}'));
}

/** One more spread, of nothing. */
export function precedeSpread({ place: { scene, activation } }: Lines, node: SpreadElement, site: number): void {
  scene.plan.before(startOf(node), activation, scene.plan.linkAction(site));
  scene.plan.before(startOf(node), activation, text(','));
}

/**
 * V8 calls in another way, with other words in its errors, when something follows a spread: where that is so already,
 * a probe may be one more spread.
 */
export function spreadsEarly(args: readonly Node[]): boolean {
  return args.slice(0, -1).some(({ type }) => type === 'SpreadElement');
}

export function beginLink(lines: Lines, node: Call, first: Node | undefined, site: number): void {
  const { scene, activation } = lines.place;
  if (first && first.type !== 'SpreadElement' && first.type !== 'ArgumentPlaceholder') {
    beginOperand(lines, first, site);
    return;
  }
  const at = first ? startOf(first) : openingParenthesis(node, scene.source) + 1;
  scene.plan.before(at, activation, scene.plan.linkAction(site));
  if (first) scene.plan.before(at, activation, text(','));
}

export function comeBack({ place: { scene, activation } }: Lines, last: Node, site: number): void {
  scene.plan.markTimed('resume', site);
  scene.plan.around(startOf(last), endOf(last), activation, { do: 'come-back', site }, { do: 'came-back' });
}

/** `new Thing` has none. */
export function hasParentheses({ place: { scene } }: Lines, node: Call): boolean {
  return scene.source[openingParenthesis(node, scene.source)] === '(';
}

const SPACE_AND_COMMENTS = /(?:\s|\?\.|\/\/.*|\/\*[\s\S]*?\*\/)*/y;

function openingParenthesis(node: Call, source: string): number {
  const generics = ('typeArguments' in node && node.typeArguments) || ('typeParameters' in node && node.typeParameters);
  SPACE_AND_COMMENTS.lastIndex = endOf(generics || node.callee);
  SPACE_AND_COMMENTS.exec(source);
  return SPACE_AND_COMMENTS.lastIndex;
}
