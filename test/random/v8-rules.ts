/**
 * Where V8's block coverage of a random program tells how often a line began, by the program's syntax. The rules are
 * those of the fixtures (`oracles.test.ts`), in a form that decides from the tree.
 */
import { type ClassBody, type ForStatement, type Node, traverseFast } from '@babel/types';
import { parse } from '../../packages/transformer/src/parse.js';
import { childrenOf } from '../../packages/transformer/src/walk.js';
import { expectedByV8, type Range } from '../support/expected-hits.js';
import type { SiteLine } from '../support/site-nodes.js';
import type { CountAt } from '../support/v8-coverage.js';
import type { RandomProgram } from './program.js';

/** Offsets of which V8 tells nothing. */
interface Blind {
  readonly from: number;
  readonly to: number;
  /** `operands`: statements in it have counts of their own. */
  readonly what: 'all' | 'operands';
}

function holds(node: Node, isWanted: (inner: Node) => boolean): boolean {
  let found = false;
  traverseFast(node, (inner) => {
    if (inner !== node && isWanted(inner)) found = true;
  });
  return found;
}

const isClosure = ({ type }: Node) => /Function|Class|Method/.test(type);
const isJump = ({ type }: Node) => /^(?:Break|Continue|Return|Throw)Statement$/.test(type);

const isSuspension = ({ type }: Node) => type === 'AwaitExpression' || type === 'YieldExpression';

/** What follows a loop whose rounds have bindings of their own, held by closures, counts once per round. */
function hasBindingsPerRound({ init }: ForStatement): boolean {
  return init?.type === 'VariableDeclaration' && init.kind !== 'var';
}

/** What a node stands in. */
interface Around {
  /** Loops and switches of the same function. */
  readonly loops: readonly Node[];
  readonly block: Node;
  readonly function: { readonly start?: number | null; readonly end?: number | null; readonly body: Node };
}

const isField = ({ type }: Node) => /^Class(?:Accessor|Private)?Property$/.test(type);

function hasBothInitialisers({ body }: ClassBody): boolean {
  const isStatic = (member: Node) => member.type === 'StaticBlock' || ('static' in member && member.static === true);
  const initialisers = body.filter((member) => isField(member) || member.type === 'StaticBlock');
  return initialisers.some(isStatic) && !initialisers.every(isStatic);
}

function blindOf(node: Node, around: Around): Blind[] {
  const behind: Blind[] = [{ from: node.end ?? 0, to: around.block.end ?? 0, what: 'all' }];
  switch (node.type) {
    case 'ForStatement':
      return [
        ...(hasBindingsPerRound(node) && holds(node, isClosure) ? behind : []),
        ...rangesOf([node.test, node.update]),
      ];
    case 'WhileStatement':
    case 'DoWhileStatement':
      return rangesOf([node.test]);
    // Behind a `try` with `finally` that a jump leaves, nothing is counted.
    case 'TryStatement':
      return node.finalizer && holds(node, isJump) ? [{ ...(behind[0] as Blind), to: around.function.end ?? 0 }] : [];
    // What follows a jump has a count of its own, which ends where one of these has a count.
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return behindJump(node, around);
    case 'OptionalCallExpression':
      return [...uncounted(node.arguments, around), ...behindJump(node, around)];
    case 'OptionalMemberExpression':
      return [...uncounted([node.property], around), ...behindJump(node, around)];
    // V8 counts a class's initialisers of each kind as one function from the first to the last, which may overlap.
    case 'ClassBody':
      return hasBothInitialisers(node) ? rangesOf(node.body.filter(isField)) : [];
    // Some versions show the count of what is around a class's initialisers.
    case 'StaticBlock':
      return [{ from: node.start ?? 0, to: node.end ?? 0, what: 'all' }];
    // None of these has a count, whether it is needed or not.
    case 'AssignmentPattern':
      return uncounted([node.right], around);
    case 'AssignmentExpression':
      return /^(?:&&|\|\||\?\?)=$/.test(node.operator) ? uncounted([node.right], around) : [];
    default:
      return [];
  }
}

/** What may be left out without a count of its own. A suspension in it has one, which goes on to the function's end. */
function uncounted(nodes: readonly Node[], around: Around): Blind[] {
  const suspended = nodes.filter((node) => isSuspension(node) || holds(node, isSuspension));
  const rest = suspended.map((node) => ({ from: node.start ?? 0, to: around.function.end ?? 0, what: 'all' as const }));
  return [...rangesOf(nodes), ...rest];
}

/** A jump within a loop is felt to the loop's end, one that leaves more to the function's. */
function behindJump(node: Node, { function: { end, body }, loops }: Around): Blind[] {
  const behind = (inside: Node, to: number, isWanted: (inner: Node) => boolean): Blind[] => {
    const jumps: number[] = [];
    traverseFast(inside, (inner) => {
      if ((inner.start ?? 0) < (node.end ?? 0) && isWanted(inner)) jumps.push(inner.end ?? 0);
    });
    return jumps.length === 0 ? [] : [{ from: Math.min(...jumps), to, what: 'all' }];
  };
  const isFar = (inner: Node) =>
    inner.type === 'YieldExpression' || (isJump(inner) && (!('label' in inner) || inner.label != null));
  return [...behind(body, end ?? 0, isFar), ...loops.flatMap((loop) => behind(loop, loop.end ?? 0, isJump))];
}

/** A test has no count of its own: V8 counts the loop and its rounds. */
function rangesOf(nodes: readonly (Node | null | undefined)[]): Blind[] {
  return nodes.flatMap((node) =>
    node ? [{ from: node.start ?? 0, to: node.end ?? 0, what: 'operands' as const }] : [],
  );
}

function blindRanges(program: Node): Blind[] {
  const found: Blind[] = [];
  const visit = (node: Node, around: Around) => {
    found.push(...blindOf(node, around));
    const isBody = isClosure(node) && 'body' in node && node.type !== 'ClassBody';
    const isLeft = /^(?:For|ForIn|ForOf|While|DoWhile|Switch)Statement$/.test(node.type);
    const inside: Around = {
      block: node.type === 'LabeledStatement' ? around.block : node,
      function: isBody ? (node as unknown as Around['function']) : around.function,
      loops: isBody ? [] : isLeft ? [...around.loops, node] : around.loops,
    };
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(program, { block: program, loops: [], function: { start: program.start, end: program.end, body: program } });
  return found;
}

function offsetOf({ site }: SiteLine): number {
  const node = 'node' in site ? site.node : 'loop' in site ? site.loop : site.block;
  return node.start ?? 0;
}

export function randomByV8(program: RandomProgram, filename: string, at: CountAt): (line: SiteLine) => Range | null {
  const blind = blindRanges(parse(program.source, filename).program);
  return (line) => {
    const offset = offsetOf(line);
    const isBlind = ({ from, to, what }: Blind) =>
      from <= offset && offset < to && (what === 'all' || line.site.kind === 'operand');
    if (blind.some(isBlind)) return null;
    const range = expectedByV8(line, at);
    // An exception skips the rest of a block, and V8 counts blocks.
    return program.options.isCalm ? range : { from: 0, to: range.to };
  };
}
