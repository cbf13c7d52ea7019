/**
 * `kernts/vite` and `kernts/rollup`: one plugin for Vite, Vitest and Rollup, whose interfaces agree in what it needs.
 * They compile what they run by themselves, so kernts' loader never sees it.
 */
import { normalize } from 'node:path';
import { withoutInlineMap } from '../launch/hook/inline-map.js';
import { type PluginOptions, profilingHere } from './profiling-here.js';

export type { PluginOptions } from './profiling-here.js';

export interface KerntsPlugin {
  readonly name: 'kernts';
  /** Before all that compiles: it sees the text that the user wrote. */
  readonly enforce: 'pre';
  transform(code: string, id: string): { readonly code: string; readonly map: string | null } | null;
}

/** Weaves under `kernts`, with `KERNTS=1`, or when it is told to; else it leaves everything as it is. */
export function kernts(options: PluginOptions = {}): KerntsPlugin {
  const profiling = profilingHere(options);
  return {
    name: 'kernts',
    enforce: 'pre',
    transform(code, id) {
      const path = fileOf(id);
      if (profiling === null || path === null) return null;
      const woven = profiling.weaver.weave(path, code);
      return woven === code ? null : withoutInlineMap(woven);
    },
  };
}

/** These queries tell versions of a module apart; any other asks for something else than the file's own code. */
const VERSION_QUERY = /\?(?:(?:v|t|import|mock)(?:=[^&]*)?(?:&|$))+$/;

/** Null for a virtual module. */
function fileOf(id: string): string | null {
  const path = id.replace(VERSION_QUERY, '');
  return path.startsWith('\0') || path.includes('?') ? null : normalize(path);
}
