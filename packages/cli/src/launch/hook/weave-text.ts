/** Weaves one file and gives it a source map. The only part of the loader that needs the parser. */
import type { FileDescription } from '@kernts/runtime';
import { type InstrumentResult, instrument, SyntaxProblem } from '@kernts/transformer';
import type { DescribedFile, Remark, WeaveText, WovenFile } from '../woven-file.js';
import { describeOriginal, type IsWanted } from './describe-original.js';
import { withInlineMap } from './inline-map.js';
import { openOriginals } from './originals.js';
import { type FoundSourceMap, sourceMapOf } from './source-map-of.js';

const UNTOUCHED: WovenFile = { code: null, description: null, remarks: [], syntaxError: null, dependsOn: [] };

/** Never throws: a file that cannot be woven runs as it is. */
export const weaveText: WeaveText = (path, source, selection, timing) => {
  try {
    return weave(path, source, selection, timing);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof SyntaxProblem))
      return { ...UNTOUCHED, remarks: [notProfiled(1, 'weaving it failed', message)] };
    const { line, column, frame } = error;
    return {
      ...UNTOUCHED,
      remarks: [notProfiled(line, 'it cannot be parsed', message)],
      syntaxError: { line, column, detail: message, frame },
    };
  }
};

function notProfiled(line: number, reason: string, detail: string): Remark {
  return { line, message: `the file is not profiled, because ${reason}: ${detail}` };
}

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
  const woven = wovenFrom(result, (description) => describeOriginal(description, source, originals, isWanted));
  return { ...woven, dependsOn: originals.onDisk() };
}

function wovenFrom(
  { code, map, description, diagnostics }: InstrumentResult,
  inOriginals: (description: FileDescription) => DescribedFile | null,
): WovenFile {
  const remarks = diagnostics.map(({ line, message }) => ({ line, message }));
  if (description === null || map === null) return { ...UNTOUCHED, remarks };
  const { path, sha256, functions, sites } = description;
  const itself = { path, sha256, functions, sites, originals: null };
  return {
    code: withInlineMap(code, map),
    description: inOriginals(description) ?? itself,
    remarks,
    syntaxError: null,
    dependsOn: [],
  };
}
