/** The pipeline: select → plan → weave. */
import { createHash } from 'node:crypto';
import type { FileDescription } from '@kernts/runtime/probe-abi';
import { isWoven } from '@kernts/runtime/probe-abi';
import type { RawSourceMap } from 'source-map';
import { mayBeSelected, select } from './1-select/select.js';
import { makePlan } from './2-plan/make-plan.js';
import { makeMap } from './3-weave/map.js';
import { applyInsertions, type Insertion, makeInsertions } from './3-weave/weave.js';
import type { Diagnostic } from './diagnostics.js';
import type { InstrumentOptions } from './options.js';
import { parse } from './parse.js';

export interface InstrumentResult {
  readonly code: string;
  /** False: nothing was selected, `code` is the source. */
  readonly woven: boolean;
  /** Version 3, made when it is first asked for; null when not woven. */
  readonly map: RawSourceMap | null;
  /** Taking them out of `code` gives the source back. */
  readonly insertions: readonly Insertion[];
  readonly description: FileDescription | null;
  readonly diagnostics: readonly Diagnostic[];
}

function untouched(source: string, diagnostics: readonly Diagnostic[]): InstrumentResult {
  return { code: source, woven: false, map: null, insertions: [], description: null, diagnostics };
}

/**
 * Weaves probes into the functions that are marked or selected.
 * Throws `SyntaxProblem` when a source that may hold such functions cannot be parsed.
 */
export function instrument(source: string, options: InstrumentOptions): InstrumentResult {
  const { filename, timing, selection = { kind: 'marks' }, binding = 'ahead', inputSourceMap } = options;
  if (!mayBeSelected(source, selection) || isWoven(source)) return untouched(source, []);

  const tree = parse(source, filename);
  const selected = select(tree, source, selection);
  if (selected.activations.length === 1) return untouched(source, selected.diagnostics);

  const plan = makePlan(tree, source, selected);
  const description: FileDescription = {
    path: filename,
    sha256: createHash('sha256').update(source).digest('hex'),
    functions: plan.functions,
    activations: plan.activations,
    // Only the frames of automatic timing tell which line an exception has ended, at a price that pays.
    sites: timing === 'auto' ? { ...plan.sites, follower: plan.follower } : plan.sites,
  };
  const insertions = makeInsertions(source, plan, description, {
    timing,
    binding: plan.mayRunEarly ? 'on-demand' : binding,
  });
  let map: RawSourceMap | undefined;
  return {
    code: applyInsertions(source, insertions),
    woven: true,
    get map() {
      map ??= makeMap({ source, filename, insertions, inputSourceMap });
      return map;
    },
    insertions,
    description,
    diagnostics: selected.diagnostics,
  };
}
