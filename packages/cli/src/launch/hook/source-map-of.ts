/** The source map that a compiled file names: in the file itself, or beside it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RawSourceMap } from 'source-map';

export interface FoundSourceMap {
  readonly map: RawSourceMap;
  /** What relative sources in the map are relative to. */
  readonly url: string;
}

/** The last such comment counts, as in Node. */
const COMMENT = /\/[*/][#@][ \t]+sourceMappingURL=([^\s'"]+)/g;

/** Null when there is none, or none that can be read: the file then stands for itself. */
export function sourceMapOf(path: string, source: string): FoundSourceMap | null {
  try {
    const found = textOfMap(path, source);
    return found && { map: JSON.parse(found.text) as RawSourceMap, url: found.url };
  } catch {
    return null;
  }
}

/** Compilers drop comments, and marks with them; but the map may hold the original. False is certain. */
export function mayHaveMarkedOriginal(path: string, source: string): boolean {
  try {
    return textOfMap(path, source)?.text.includes('@profile') === true;
  } catch {
    return false;
  }
}

/** The text of a map beside the file; null where there is none, or the file carries the map itself. */
export function mapBeside(path: string, source: string): string | null {
  try {
    const found = textOfMap(path, source);
    return found === null || found.url === pathToFileURL(path).href ? null : found.text;
  } catch {
    return null;
  }
}

function textOfMap(path: string, source: string): { readonly text: string; readonly url: string } | null {
  if (!source.includes('sourceMappingURL=')) return null;
  const named = [...source.matchAll(COMMENT)].at(-1)?.[1];
  if (named === undefined) return null;
  const own = pathToFileURL(path);
  const { protocol, href } = new URL(named, own);
  if (protocol === 'data:') return { text: dataOf(named), url: own.href };
  return { text: readFileSync(fileURLToPath(href), 'utf8'), url: href };
}

function dataOf(url: string): string {
  const comma = url.indexOf(',');
  const data = url.slice(comma + 1);
  return url.slice(0, comma).endsWith(';base64') ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
}
