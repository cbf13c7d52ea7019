/** The source map of a weave. Every word and sign gets a mapping, because readers of maps do not count columns on. */
import remapping from '@jridgewell/remapping';
import { type RawSourceMap, SourceMapGenerator } from 'source-map';
import { lineStarts } from './positions.js';
import type { Insertion } from './weave.js';

const TOKEN = /[\p{ID_Start}\p{ID_Continue}$]+|[^\s\p{ID_Continue}$]/gu;

export interface MapRequest {
  readonly source: string;
  readonly filename: string;
  readonly insertions: readonly Insertion[];
  readonly inputSourceMap: RawSourceMap | undefined;
}

export function makeMap({ source, filename, insertions, inputSourceMap }: MapRequest): RawSourceMap {
  const generator = new SourceMapGenerator({ file: filename });
  generator.setSourceContent(filename, source);
  const starts = lineStarts(source);
  let next = 0;
  starts.forEach((start, row) => {
    const end = starts[row + 1] ?? source.length;
    // Text inserted at the very start of a line pushes it; inserted line ends stand only behind the last line.
    let shift = 0;
    for (const match of source.slice(start, end).matchAll(TOKEN)) {
      const offset = start + match.index;
      for (; next < insertions.length && (insertions[next] as Insertion).offset <= offset; next++) {
        shift += (insertions[next] as Insertion).text.length;
      }
      generator.addMapping({
        source: filename,
        original: { line: row + 1, column: match.index },
        generated: { line: row + 1, column: match.index + shift },
      });
    }
    while (next < insertions.length && (insertions[next] as Insertion).offset < end) next++;
  });
  const map = generator.toJSON();
  if (inputSourceMap === undefined) return map;
  return JSON.parse(remapping([map as never, inputSourceMap as never], () => null).toString()) as RawSourceMap;
}
