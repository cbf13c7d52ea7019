/**
 * ES modules: what tsx's load hook gets from the hook after it, woven. One pair of hooks for `module.registerHooks`,
 * one for `module.register`.
 */
import type { LoadFnOutput, LoadHook, ResolveHook } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { SyncHooks } from '../node-features.js';
import { isCommonJs, pathOf, withWovenSource } from './loaded-source.js';
import type { Profiling } from './profiling.js';
import { weaveNextRead } from './second-reads.js';

export interface AsyncHooks {
  readonly resolve: ResolveHook;
  readonly load: LoadHook;
}

export function syncHooks(profiling: Profiling): SyncHooks {
  const virtual = virtualModule(profiling);
  return {
    resolve: (specifier, context, nextResolve) =>
      specifier === virtual?.url
        ? { url: specifier, format: 'module', shortCircuit: true }
        : nextResolve(specifier, context),
    load: (url, context, nextLoad) =>
      virtual !== null && url === virtual.url
        ? virtual.loaded()
        : withWovenSource(url, nextLoad(url, context), profiling),
  };
}

/** For the thread that tsx's hooks run in. */
export function asyncHooks(profiling: Profiling): AsyncHooks {
  const virtual = virtualModule(profiling);
  return {
    resolve: (specifier, context, nextResolve) =>
      specifier === virtual?.url
        ? { url: specifier, format: 'module', shortCircuit: true }
        : nextResolve(specifier, context),
    async load(url, context, nextLoad) {
      if (virtual !== null && url === virtual.url) return virtual.loaded();
      const loaded = await nextLoad(url, context);
      const path = pathOf(url);
      if (path !== null && isCommonJs(loaded)) weaveNextRead(path, profiling.weaver);
      return withWovenSource(url, loaded, profiling);
    },
  };
}

interface VirtualModule {
  readonly url: string;
  loaded(): LoadFnOutput;
}

/** A program that is no file, answered as an ES module at a path in the working directory. */
function virtualModule({ config: { virtualEntry }, weaver }: Profiling): VirtualModule | null {
  if (virtualEntry === null) return null;
  const { path, text } = virtualEntry;
  return {
    url: pathToFileURL(path).href,
    loaded: () => ({ format: 'module', source: weaver.weave(path, text), shortCircuit: true }),
  };
}
