/** Decides which bodies are profiled and in whose listing they stand. */

import type { Decorator, File, Program } from '@babel/types';
import type { ActivationDescription, FunctionDescription } from '@kernts/runtime/probe-abi';
import type { Diagnostic } from '../diagnostics.js';
import type { FileSelection } from '../options.js';
import { firstLine, lastLine } from '../walk.js';
import { conflictingName } from './block-conflicts.js';
import { type Body, type BodyNode, survey } from './bodies.js';
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
}

export interface Selected {
  readonly functions: readonly FunctionDescription[];
  readonly activations: readonly ActivationDescription[];
  readonly byNode: ReadonlyMap<BodyNode | Program, Activation>;
  readonly decorators: readonly Decorator[];
  readonly diagnostics: readonly Diagnostic[];
}

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

  const functions: FunctionDescription[] = [];
  const activations: ActivationDescription[] = [{ fn: 0, own: false }];
  const byNode = new Map<BodyNode | Program, Activation>();
  const diagnostics: Diagnostic[] = unused.filter((mark) => mark !== fileMark).map(idleMark);
  /** Listing of each body; absent where the body is not profiled. */
  const listings = new Map<Body, number>();

  const activate = (node: BodyNode | Program, fn: number, own: boolean, kind: BodyKind) => {
    byNode.set(node, { index: activations.length, fn, own, kind });
    activations.push({ fn, own });
  };

  let moduleListing: number | undefined;
  if (wholeFile && moduleUntouchable === null) {
    const { program } = file;
    moduleListing = functions.length;
    functions.push({
      name: '<module>',
      markLine: null,
      line: 1,
      endLine: Math.max(1, lastLine(program)),
    });
    activate(program, moduleListing, true, awaitsAtTopLevel(file) ? 'async' : 'sync');
  }

  for (const body of bodies) {
    if (body.mark === 'ignore' || isIgnored(body)) continue;
    const isOwn = body.mark === 'profile' || (wholeFile && body.hasName) || isNamed(body, names);
    const inherited = body.parent === null ? moduleListing : listings.get(body.parent);
    if (!isOwn && inherited === undefined) continue;
    const kind = kindOf(body.node);
    const conflict = kind === 'sync' ? null : conflictingName(body.node);
    const reason = conflict === null ? body.untouchable : `it declares ${conflict} more than once`;
    if (reason !== null) {
      if (isOwn) diagnostics.push(leftAlone(body, reason));
      continue;
    }
    let listing = inherited;
    if (isOwn || listing === undefined) {
      listing = functions.length;
      const { node, name, markLine } = body;
      functions.push({ name, markLine, line: firstLine(node), endLine: lastLine(node) });
    }
    listings.set(body, listing);
    activate(body.node, listing, isOwn, kind);
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
