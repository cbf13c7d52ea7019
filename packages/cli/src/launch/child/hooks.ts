/** What the thread of tsx's asynchronous hooks loads before tsx. */
import { createRequire, type LoadHook, type ResolveHook } from 'node:module';

const { asyncHooks, profiling } = createRequire(import.meta.url)('./preload.cjs') as typeof import('./preload.js');

const hooks = profiling && asyncHooks(profiling);

export const resolve: ResolveHook = hooks?.resolve ?? ((specifier, context, next) => next(specifier, context));
export const load: LoadHook = hooks?.load ?? ((url, context, next) => next(url, context));
