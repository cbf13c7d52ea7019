/** Weaves one file and gives it a source map. The only part of the loader that needs the parser. */
import type { FileDescription } from '@kernts/runtime';
import { type InstrumentResult, instrument, SyntaxProblem } from '@kernts/transformer';
import type { CompiledFile, WeaveText, WovenFile } from '../woven-file.js';
import { describeOriginal, type IsWanted } from './describe-original.js';
import { withInlineMap } from './inline-map.js';
import { openOriginals } from './originals.js';
import { type FoundSourceMap, sourceMapOf } from './source-map-of.js';

const UNTOUCHED: WovenFile = { code: null, functions: [], compiled: null, remarks: [], syntaxError: null };

/** Never throws: a file that cannot be woven runs as it is. */
export const weaveText: WeaveText = (path, source, selection, timing) => {
  try {
    return weave(path, source, selection, timing);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof SyntaxProblem)) return { ...UNTOUCHED, remarks: [{ line: 1, message }] };
    const { line, column, frame } = error;
    return { ...UNTOUCHED, remarks: [{ line, message }], syntaxError: { line, column, detail: message, frame } };
  }
};

const weave: WeaveText = (path, source, selection, timing) => {
  const found = sourceMapOf(path, source);
  if (found !== null) return weaveCompiled(path, source, selection, timing, found);
  return wovenFrom(instrument(source, { filename: path, timing, selection }), () => null);
};

function weaveCompiled(
  ...[path, source, selection, timing, found]: [...Parameters<WeaveText>, FoundSourceMap]
): WovenFile {
  const originals = openOriginals(found);
  // Compilers drop comments, and with them marks: what is marked in an original is selected by its name.
  const marked = selection.kind === 'all' ? [] : originals.withMarks().flatMap((original) => original.marked());
  const named = selection.kind === 'functions' ? selection.names : [];
  const names = [...named, ...marked.map(({ name }) => name)];
  const result = instrument(source, {
    filename: path,
    timing,
    selection: marked.length === 0 ? selection : { kind: 'functions', names },
    inputSourceMap: found.map,
  });
  // Others may have the same name.
  const isWanted: IsWanted = (compiled, was, original) =>
    marked.length === 0 ||
    compiled.markLine !== null ||
    named.includes(compiled.name) ||
    original.marked().some(({ name, line }) => name === was.name && line === was.line);
  return wovenFrom(result, (description) => describeOriginal(description, originals, isWanted));
}

function wovenFrom(
  { code, map, description, diagnostics }: InstrumentResult,
  describe: (description: FileDescription) => CompiledFile | null,
): WovenFile {
  const remarks = diagnostics.map(({ line, message }) => ({ line, message }));
  if (description === null || map === null) return { ...UNTOUCHED, remarks };
  return {
    code: withInlineMap(code, map),
    functions: description.functions.map(({ name }) => name),
    compiled: describe(description),
    remarks,
    syntaxError: null,
  };
}
