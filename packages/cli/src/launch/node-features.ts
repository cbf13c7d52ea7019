/**
 * The only place that knows what Node has in which version.
 *
 * `module.registerHooks` (hooks in the thread that loads): from v22.15.0, v23.5.0 and v24.0.0, not in v20.
 * https://github.com/nodejs/node/blob/v22.15.0/lib/internal/modules/customization_hooks.js
 *
 * `module.register` (hooks in a thread of their own): in all versions; from v26 it warns when it is called (DEP0205).
 * https://github.com/nodejs/node/blob/v26.0.0/doc/api/deprecations.md#dep0205-moduleregister
 * On v20, `--require`d files are run in that thread as well, and workers have one each.
 * https://github.com/nodejs/node/blob/v20.20.2/lib/internal/modules/esm/hooks.js
 *
 * The module loader reads files with `fs/promises.readFile`: in v20. Later it calls what nobody can reach.
 * https://github.com/nodejs/node/blob/v20.20.2/lib/internal/modules/esm/load.js (`getSource`)
 *
 * Which of the two tsx takes: `registerHooks` from v22.22.3, v24.11.1, v25.1.0 and v26.0.0, else `register`; kernts
 * follows what tsx does instead of repeating the list.
 * https://github.com/privatenumber/tsx/blob/v4.23.15/src/utils/node-features.ts
 */
import Module, {
  type LoadFnOutput,
  type LoadHookContext,
  type ResolveFnOutput,
  type ResolveHookContext,
} from 'node:module';

export type ResolveHookSync = (
  specifier: string,
  context: ResolveHookContext,
  nextResolve: (specifier: string, context?: Partial<ResolveHookContext>) => ResolveFnOutput,
) => ResolveFnOutput;

export type LoadHookSync = (
  url: string,
  context: LoadHookContext,
  nextLoad: (url: string, context?: Partial<LoadHookContext>) => LoadFnOutput,
) => LoadFnOutput;

export interface SyncHooks {
  readonly resolve: ResolveHookSync;
  readonly load: LoadHookSync;
}

export type RegisterHooks = (hooks: SyncHooks) => { deregister(): void };
export type Register = typeof Module.register;

/** Node's module API, with what the types of the oldest supported version lack. */
export const moduleApi = Module as unknown as { register: Register; registerHooks?: RegisterHooks };

export const readsModulesByPromise = process.versions.node.startsWith('20.');
