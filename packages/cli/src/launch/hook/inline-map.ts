/** Source maps as a comment at the end of the code: Node and esbuild look for the last one. */
import type { RawSourceMap } from 'source-map';

const PREFIX = '\n//# sourceMappingURL=data:application/json;base64,';

export function withInlineMap(code: string, map: RawSourceMap): string {
  return code + PREFIX + Buffer.from(JSON.stringify(map)).toString('base64');
}

/** Adds the text of the only source to the map that the code ends with. */
export function withSourceContent(code: string, text: string): string {
  const at = code.lastIndexOf(PREFIX);
  if (at === -1) return code;
  const map = JSON.parse(Buffer.from(code.slice(at + PREFIX.length), 'base64').toString()) as RawSourceMap;
  return withInlineMap(code.slice(0, at), { ...map, sourcesContent: [text] });
}
