/** What a source map knows, with the texts and the functions of the original files. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  GREATEST_LOWER_BOUND,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  sourceContentFor,
  TraceMap,
} from '@jridgewell/trace-mapping';
import type { FunctionDescription } from '@kernts/runtime';
import { type FileSelection, instrument, mayBeSelected } from '@kernts/transformer';
import type { Dependency } from '../woven-file.js';
import { sha256 } from './sha256.js';
import type { FoundSourceMap } from './source-map-of.js';

const MARKS: FileSelection = { kind: 'marks' };
const ALL: FileSelection = { kind: 'all' };

export interface Original {
  readonly path: string;
  readonly sha256: string;
  readonly source: string;
  /** Every function that has a name; none where the original is in another language. */
  functions(): readonly FunctionDescription[];
  /** Those that are marked. */
  marked(): readonly FunctionDescription[];
}

export interface OriginalPlace {
  /** Null for an original whose text nobody has. */
  readonly original: Original | null;
  /** 1-based. */
  readonly line: number;
  /** 0-based. */
  readonly column: number;
}

export interface Originals {
  /** Null where the map has nothing. */
  placeOf(line: number, column: number): OriginalPlace | null;
  /** Those with marks, as far as their text travels with the map. */
  withMarks(): readonly Original[];
  /** Those that were looked for on disk so far. */
  onDisk(): readonly Dependency[];
}

export function openOriginals({ map, url }: FoundSourceMap): Originals {
  const trace = new TraceMap(map as never, url);
  const opened = new Map<string, Original | null>();
  const onDisk: Dependency[] = [];
  const open = (name: string): Original | null => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const content = sourceContentFor(trace, name);
    const original = readOriginal(name, content);
    opened.set(name, original);
    if (content === null) onDisk.push({ path: pathOf(name), sha256: original?.sha256 ?? null });
    return original;
  };
  return {
    placeOf(line, column) {
      const before = originalPositionFor(trace, { line, column, bias: GREATEST_LOWER_BOUND });
      // Generated code may begin before the first place that the map names on the line.
      const { source, ...place } =
        before.source === null ? originalPositionFor(trace, { line, column, bias: LEAST_UPPER_BOUND }) : before;
      if (source === null || place.line === null) return null;
      return { original: open(source), line: place.line, column: place.column };
    },
    withMarks: () =>
      trace.resolvedSources.flatMap((name, at) =>
        mayBeSelected(trace.sourcesContent?.[at] ?? '', MARKS) ? (open(name) ?? []) : [],
      ),
    onDisk: () => onDisk,
  };
}

function readOriginal(name: string, content: string | null): Original | null {
  const path = pathOf(name);
  try {
    const source = content ?? readFileSync(path, 'utf8');
    const known = new Map<FileSelection, readonly FunctionDescription[]>();
    const functionsOf = (selection: FileSelection): readonly FunctionDescription[] => {
      const functions = known.get(selection) ?? describe(path, source, selection);
      known.set(selection, functions);
      return functions;
    };
    return {
      path,
      sha256: sha256(source),
      source,
      functions: () => functionsOf(ALL),
      marked: () => functionsOf(MARKS),
    };
  } catch {
    return null;
  }
}

function describe(filename: string, source: string, selection: FileSelection): readonly FunctionDescription[] {
  try {
    return instrument(source, { filename, timing: 'off', selection }).description?.functions ?? [];
  } catch {
    return [];
  }
}

/** `webpack://name/./src/x.ts` is relative to the project. */
function pathOf(name: string): string {
  return name.startsWith('file:') ? fileURLToPath(name) : resolve(name.replace(/^[\w-]+:\/\/[^/]*\//, ''));
}
