/** Source maps as a comment at the end of the code: Node and esbuild look for the last one. */
import type { RawSourceMap } from 'source-map';

const PREFIX = '\n//# sourceMappingURL=data:application/json;base64,';

export function withInlineMap(code: string, map: RawSourceMap): string {
  return code + PREFIX + Buffer.from(JSON.stringify(map)).toString('base64');
}

/** The other way round, for who hands on code and map apart; `map` is JSON. */
export function withoutInlineMap(code: string): { readonly code: string; readonly map: string | null } {
  const at = code.lastIndexOf(PREFIX);
  if (at === -1) return { code, map: null };
  return { code: code.slice(0, at), map: Buffer.from(code.slice(at + PREFIX.length), 'base64').toString() };
}

/** Adds the text of the only source to the map that the code ends with. */
export function withSourceContent(code: string, text: string): string {
  const { code: plain, map } = withoutInlineMap(code);
  return map === null ? code : withInlineMap(plain, { ...(JSON.parse(map) as RawSourceMap), sourcesContent: [text] });
}
