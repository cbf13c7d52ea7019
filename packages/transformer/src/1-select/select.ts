/** Decides which bodies are profiled and in whose listing they stand. */

import type { Decorator, File, Node } from '@babel/types';
import type { ActivationDescription, FunctionDescription } from '@kernts/runtime/probe-abi';
import type { Diagnostic } from '../diagnostics.js';
import type { FileSelection } from '../options.js';
import { firstLine, lastLine } from '../walk.js';
import { conflictingName } from './block-conflicts.js';
import { type Body, type BodyNode, survey } from './bodies.js';
import type { BodyForm } from './initialisers.js';
import { findFileMark, findMarks, type Mark, mayHoldMark } from './marks.js';

/** Whether a body runs in one go or can be suspended. */
export type BodyKind = 'sync' | 'async' | 'generator' | 'async-generator';

/** A body that gets probes. */
export interface Activation {
  /** Index for the runtime; 0 is never used. */
  readonly index: number;
  readonly fn: number;
  readonly own: boolean;
  readonly kind: BodyKind;
  readonly form: BodyForm | 'module';
  /** How many activations it is written inside of. */
  readonly level: number;
  /** Ends only when what it declared with `using` is disposed of. */
  readonly disposes: boolean;
}

/** Where its calls are counted is seen when all is planned. */
type SelectedActivation = Omit<ActivationDescription, 'calls'>;

export interface Selected {
  readonly functions: readonly FunctionDescription[];
  readonly activations: readonly SelectedActivation[];
  readonly byNode: ReadonlyMap<BodyNode, Activation>;
  readonly decorators: readonly Decorator[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Name of the listing of a file's own statements. */
const MODULE = '<module>';

/** False tells for certain that `instrument` would change nothing. */
export function mayBeSelected(source: string, selection: FileSelection): boolean {
  return selection.kind !== 'marks' || mayHoldMark(source);
}

export function select(file: File, source: string, selection: FileSelection): Selected {
  const marks = findMarks(file);
  const fileMark = findFileMark(file, marks);
  const { bodies, unused, decorators, moduleUntouchable } = survey(file, source, marks);
  const wholeFile = fileMark !== null || selection.kind === 'all';
  const names = new Set(selection.kind === 'functions' ? selection.names : []);

  const functions: (FunctionDescription & { endLine: number })[] = [];
  const activations: SelectedActivation[] = [{ fn: 0, own: false }];
  const byNode = new Map<BodyNode, Activation>();
  const diagnostics: Diagnostic[] = unused.filter((mark) => mark !== fileMark).map(idleMark);
  /** Listing of each body; absent where the body is not profiled. */
  const listings = new Map<Body, number>();

  /** Listings of classes' initialisers, by class and name. */
  const shared = new Map<Node, Map<string, number>>();

  const activate = (node: BodyNode, activation: Omit<Activation, 'index'>) => {
    const { fn, own } = activation;
    byNode.set(node, { index: activations.length, ...activation });
    activations.push({ fn, own });
  };

  const newListing = ({ node, name, markLine, ofClass }: Body): number => {
    const group = ofClass === null ? null : (shared.get(ofClass) ?? new Map<string, number>());
    const known = group?.get(name);
    const listing = known === undefined ? undefined : functions[known];
    if (known !== undefined && listing !== undefined) {
      listing.endLine = lastLine(node);
      return known;
    }
    if (ofClass !== null && group !== null) shared.set(ofClass, group.set(name, functions.length));
    functions.push({ name, markLine, line: firstLine(node), endLine: lastLine(node) });
    return functions.length - 1;
  };

  let moduleListing: number | undefined;
  if ((wholeFile || names.has(MODULE)) && moduleUntouchable === null) {
    const { program } = file;
    moduleListing = functions.length;
    functions.push({
      name: MODULE,
      markLine: null,
      line: 1,
      endLine: Math.max(1, lastLine(program)),
    });
    const kind = awaitsAtTopLevel(file) ? 'async' : 'sync';
    activate(program, { fn: moduleListing, own: true, kind, form: 'module', level: 0, disposes: false });
  }

  /** A function with a name is never a part of `<module>`. */
  const listingAtTop = ({ hasName }: Body) => (hasName && !wholeFile ? undefined : moduleListing);

  const levelOf = ({ parent }: Body): number => {
    if (parent === null) return moduleListing === undefined ? 0 : 1;
    return byNode.has(parent.node) ? (byNode.get(parent.node)?.level ?? 0) + 1 : levelOf(parent);
  };

  for (const body of bodies) {
    if (body.mark === 'ignore' || isIgnored(body)) continue;
    const isOwn = body.mark === 'profile' || (wholeFile && body.hasName) || isNamed(body, names);
    const inherited = body.parent === null ? listingAtTop(body) : listings.get(body.parent);
    if (!isOwn && inherited === undefined) continue;
    const { node, form, disposes } = body;
    const kind = kindOf(node);
    const conflict = kind === 'sync' && !disposes ? null : conflictingName(node);
    const reason = conflict === null ? body.untouchable : `it declares ${conflict} more than once`;
    if (reason !== null) {
      if (isOwn) diagnostics.push(leftAlone(body, reason));
      continue;
    }
    const next = functions.length;
    const listing = isOwn || inherited === undefined ? newListing(body) : inherited;
    listings.set(body, listing);
    const level = levelOf(body);
    // A construction runs all fields: the first one counts it.
    const own = isOwn && (body.ofClass === null || listing === next);
    activate(node, { fn: listing, own, kind, form, level, disposes });
  }
  return { functions, activations, byNode, decorators, diagnostics };
}

function isIgnored(body: Body): boolean {
  for (let outer = body.parent; outer !== null; outer = outer.parent) {
    if (body.mark === 'profile') return false;
    if (outer.mark === 'ignore') return true;
  }
  return false;
}

function isNamed(body: Body, names: ReadonlySet<string>): boolean {
  return body.hasName && names.has(body.name);
}

function kindOf(node: BodyNode): BodyKind {
  if (!/Function|Method/.test(node.type)) return 'sync';
  const generator = 'generator' in node && node.generator === true;
  if ('async' in node && node.async) return generator ? 'async-generator' : 'async';
  return generator ? 'generator' : 'sync';
}

/** Babel notes it on the program only for modules that use it. */
function awaitsAtTopLevel(file: File): boolean {
  return file.program.extra?.['topLevelAwait'] === true;
}

function idleMark(mark: Mark): Diagnostic {
  return {
    code: 'idle-mark',
    message:
      mark.kind === 'file'
        ? '`@profile file` counts only above the first statement of a file: move it to the top'
        : 'this `@profile` stands before no function: put it directly above one',
    line: mark.line,
    column: mark.comment.loc?.start.column ?? 0,
  };
}

function leftAlone({ name, node }: Body, reason: string): Diagnostic {
  return {
    code: 'left-alone',
    message: `${name} is not profiled, because ${reason} and probes could change what that does`,
    line: firstLine(node),
    column: node.loc?.start.column ?? 0,
  };
}
