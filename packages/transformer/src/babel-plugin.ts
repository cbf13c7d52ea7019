/** The same weave for any Babel pipeline, of Babel 7 and 8. An adapter: it parses the woven text and nothing else. */
import type { ParserOptions } from '@babel/parser';
import type { File } from '@babel/types';
import type { TimingMode } from '@kernts/runtime/probe-abi';
import { makeOriginalPosition } from './3-weave/positions.js';
import { relocate } from './3-weave/relocate.js';
import { SyntaxProblem } from './diagnostics.js';
import { type InstrumentResult, instrument } from './instrument.js';
import type { FileSelection, InstrumentOptions } from './options.js';

export interface BabelPluginOptions {
  /** Default: `exact`. */
  readonly timing?: TimingMode;
  /** Per file, by its absolute path, where it is a function: null leaves the file as it is. Default: `{ kind: 'marks' }`. */
  readonly selection?: FileSelection | ((path: string, source: string) => FileSelection | null);
}

/** Babel hands its own option on to the parser, under a name of its own. */
type OverrideOptions = ParserOptions & { readonly sourceFileName?: string };

interface BabelPlugin {
  readonly name: string;
  parserOverride(code: string, options: OverrideOptions, parse: (code: string, options: ParserOptions) => File): File;
}

export default function kerntsBabelPlugin(_api: object, options: BabelPluginOptions = {}): BabelPlugin {
  const { timing = 'exact', selection = { kind: 'marks' } } = options;
  return {
    name: 'kernts',
    parserOverride(code, parserOptions, parse) {
      const filename = parserOptions.sourceFileName ?? parserOptions.sourceFilename ?? 'unknown';
      const own = typeof selection === 'function' ? selection(filename, code) : selection;
      if (own === null) return parse(code, parserOptions);
      const options: InstrumentOptions = { filename, timing, selection: own, binding: 'on-demand' };
      const { woven, code: wovenCode, insertions } = weave(code, options);
      const tree = parse(wovenCode, parserOptions);
      if (woven) relocate(tree, makeOriginalPosition(code, insertions));
      return tree;
    },
  };
}

/** What only the pipeline's own parser can read stays as it is; what nobody can read, that parser reports. */
function weave(code: string, options: InstrumentOptions): Pick<InstrumentResult, 'woven' | 'code' | 'insertions'> {
  try {
    return instrument(code, options);
  } catch (error) {
    if (error instanceof SyntaxProblem) return { woven: false, code, insertions: [] };
    throw error;
  }
}
