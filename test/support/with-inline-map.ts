/** Woven code as a loader hands it on: with its source map, so that stack traces point into the source. */
import type { InstrumentResult } from '@kernts/transformer';

/** `file` is the source's name beside the woven file. */
export function withInlineMap({ code, map }: InstrumentResult, file: string): string {
  const encoded = Buffer.from(JSON.stringify({ ...map, sources: [file] })).toString('base64');
  return `${code}//# sourceMappingURL=data:application/json;charset=utf-8;base64,${encoded}\n`;
}
