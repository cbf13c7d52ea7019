/** The mappings of a source map, decoded by another library than the one that wrote them. */
import { type EncodedSourceMap, eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import type { InstrumentResult } from '@kernts/transformer';

export interface Mapping {
  /** Lines 1-based, columns 0-based. */
  readonly generated: { readonly line: number; readonly column: number };
  readonly original: { readonly line: number; readonly column: number };
}

export function mappingsOf(map: InstrumentResult['map']): Mapping[] {
  const mappings: Mapping[] = [];
  eachMapping(new TraceMap(map as unknown as EncodedSourceMap), (mapping) => {
    const { generatedLine, generatedColumn, originalLine, originalColumn } = mapping;
    if (originalLine === null || originalColumn === null) return;
    mappings.push({
      generated: { line: generatedLine, column: generatedColumn },
      original: { line: originalLine, column: originalColumn },
    });
  });
  return mappings;
}
