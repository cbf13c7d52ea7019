/**
 * Makes a failing program smaller still, by its syntax: fast-check can only choose simpler forms where they stand, this
 * also lifts what is inside something out of it.
 */
import { type Node, VISITOR_KEYS } from '@babel/types';
import { parse } from '../../packages/transformer/src/parse.js';
import type { RandomProgram } from './program.js';

/** Whether each of these fails in the way that is looked for. */
type Fails = (programs: readonly RandomProgram[]) => Promise<boolean[]>;

const AT_ONCE = 24;

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What ends loops stays, or smaller programs would never end. */
const ENDS_LOOPS = new Set(['test', 'update', 'init']);

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  const isLoop = /^(?:For|While|DoWhile)Statement$/.test(node.type);
  return (VISITOR_KEYS[node.type] ?? [])
    .filter((key) => !isLoop || !ENDS_LOOPS.has(key))
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is Node => child !== null);
}

/** What may stand in for a node: nothing, something small, or a part of it. */
function cutsOf(node: Node, source: string): Cut[] {
  const [from, to] = [node.start ?? 0, node.end ?? 0];
  const parts = childrenOf(node).flatMap((child) => [child, ...childrenOf(child)]);
  const texts = parts.map((part) => source.slice(part.start ?? 0, part.end ?? 0));
  const inside = texts.flatMap((text) => (text.startsWith('{') ? [text.slice(1, -1)] : [text]));
  // A list's element takes its comma along.
  const behind = /^\s*,/.exec(source.slice(to))?.[0].length ?? 0;
  return [
    { from, to, text: '' },
    ...(behind > 0 ? [{ from, to: to + behind, text: '' }] : []),
    ...[...inside, '0', ';'].map((text) => ({ from, to, text })),
    ...(source.slice(from, to).includes('\n')
      ? [{ from, to, text: source.slice(from, to).replaceAll('\n', ' ') }]
      : []),
  ].filter(({ text }) => text.length < to - from || (text.length === to - from && !text.includes('\n')));
}

const KEPT = new Set(['Program', 'File', 'UpdateExpression']);

function cutsIn(source: string, filename: string): Cut[] {
  const cuts: Cut[] = [];
  const visit = (node: Node) => {
    if (!KEPT.has(node.type)) cuts.push(...cutsOf(node, source));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(source, filename).program);
  const size = ({ from, to, text }: Cut) => to - from - text.length;
  return cuts.sort((a, b) => size(b) - size(a));
}

/** What is logged keeps its number, or the trace would tell something else. */
const NUMBERLESS = /\b(?:v|log|report|a?items|maybe|later)\(\s*(?!\d+[,)])/;

function isValid(source: string, filename: string): boolean {
  if (NUMBERLESS.test(source)) return false;
  try {
    parse(source, filename);
    return true;
  } catch {
    return false;
  }
}

/** Takes away what can go until nothing more can, or time is up. */
export async function reduce(program: RandomProgram, fails: Fails, milliseconds: number): Promise<RandomProgram> {
  const end = Date.now() + milliseconds;
  const { file } = program;
  let { source } = program;
  const candidates = () => {
    const texts = cutsIn(source, file).map(({ from, to, text }) => source.slice(0, from) + text + source.slice(to));
    return [...new Set(texts)].filter((text) => isValid(text, file));
  };
  for (let hasShrunk = true; hasShrunk && Date.now() < end; ) {
    hasShrunk = false;
    let pending = candidates();
    for (let tried = 0; tried < pending.length && Date.now() < end; ) {
      const batch = pending.slice(tried, tried + AT_ONCE);
      const first = (await fails(batch.map((text) => ({ ...program, source: text })))).indexOf(true);
      if (first < 0) {
        tried += batch.length;
        continue;
      }
      source = batch[first] as string;
      hasShrunk = true;
      // What was in vain before is tried again in the next pass.
      tried += first;
      pending = candidates();
    }
  }
  return { ...program, source };
}
