/**
 * Where tsx was not asked for: kernts' own hooks, so that the program's own loaders decide how its files are run, and
 * where there are none, Node. Whatever hooks come later are given woven text by these.
 */
import { weaveEsmReads } from '../hook/esm-reads.js';
import type { Weaver } from '../hook/weaver.js';
import { type Register, type RegisterHooks, readsModulesByPromise } from '../node-features.js';
import type { ModuleApi } from './follow-tsx.js';

export interface OwnHooks {
  register(register: Register): unknown;
  registerHooks(registerHooks: RegisterHooks): ReturnType<RegisterHooks>;
}

export function hookAhead(module: ModuleApi, own: OwnHooks, weaver: Weaver): void {
  const { register, registerHooks } = module;
  const hooks = registerHooks && own.registerHooks(registerHooks);
  let isRegistered = false;
  const registerOwn = (): void => {
    if (!isRegistered) own.register(register);
    isRegistered = true;
  };
  if (hooks === undefined && readsModulesByPromise) weaveEsmReads(weaver);
  else if (hooks === undefined) registerOwn();
  module.register = ((...args: Parameters<Register>) => {
    // Synchronous hooks in front of those of a thread crash (nodejs/node#57327).
    hooks?.deregister();
    registerOwn();
    return register(...args);
  }) as Register;
}
