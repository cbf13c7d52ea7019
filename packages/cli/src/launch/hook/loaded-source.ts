/** What a load hook got from the hook after it, with the source woven. */
import type { LoadFnOutput } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readWhole } from '../whole-files.js';
import { withSourceContent } from './inline-map.js';
import { weaveNameless } from './nameless.js';
import type { Profiling } from './profiling.js';
import { isSourceOfModule } from './weaver.js';

// The byte order mark belongs to the source: its SHA-256 has to be the file's.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function withWovenSource(url: string, loaded: LoadFnOutput, { weaver, config }: Profiling): LoadFnOutput {
  const { source } = loaded;
  const path = pathOf(url);
  const isData = JAVASCRIPT_DATA.test(url);
  if (source === null || source === undefined || !(isData || (path !== null && isSourceOfModule(path)))) return loaded;
  const text = typeof source === 'string' ? source : utf8.decode(source);
  const woven =
    path === null ? weaveNameless(weaver, config.base, 'data', text) : weaver.weave(path, withOriginal(path, text));
  return woven === text ? loaded : { ...loaded, source: woven };
}

const JAVASCRIPT_DATA = /^data:text\/javascript[;,]/;

/**
 * A loader nearer to Node, as tsx is when it was registered before kernts, has compiled the file; its map names the file
 * and lacks the text, in which the marks are.
 */
function withOriginal(path: string, text: string): string {
  if (!COMPILED_FILE.test(path) || !text.includes('sourceMappingURL=data:')) return text;
  const original = readWhole(path);
  return original === null || original === text || !original.includes('@profile')
    ? text
    : withSourceContent(text, original);
}

const COMPILED_FILE = /\.([cm]?ts|[jt]sx)$/;

/** `commonjs`, or Node's `commonjs-typescript`. */
export function isCommonJs({ format }: LoadFnOutput): boolean {
  return format?.startsWith('commonjs') === true;
}

/** Without the query that tsx may put behind it. */
export function pathOf(url: string): string | null {
  return url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/s, '')) : null;
}
