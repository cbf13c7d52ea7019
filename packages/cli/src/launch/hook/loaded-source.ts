/** What a load hook got from the hook after it, with the source woven. */
import type { LoadFnOutput } from 'node:module';
import { fileURLToPath } from 'node:url';
import { SOURCE_FILE, type Weaver } from './weaver.js';

// The byte order mark belongs to the source: its SHA-256 has to be the file's.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function withWovenSource(url: string, loaded: LoadFnOutput, weaver: Weaver): LoadFnOutput {
  const path = pathOf(url);
  const { source } = loaded;
  if (path === null || !SOURCE_FILE.test(path) || source === null || source === undefined) return loaded;
  const text = typeof source === 'string' ? source : utf8.decode(source);
  const woven = weaver.weave(path, text);
  return woven === text ? loaded : { ...loaded, source: woven };
}

/** `commonjs`, or Node's `commonjs-typescript`. */
export function isCommonJs({ format }: LoadFnOutput): boolean {
  return format?.startsWith('commonjs') === true;
}

/** Without the query that tsx may put behind it. */
export function pathOf(url: string): string | null {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/s, '')) : null;
}
