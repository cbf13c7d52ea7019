/**
 * tsx hooks either in this thread or in one of its own, by Node version. kernts' hooks have to come first and in the
 * same way: mixing the two crashes (nodejs/node#57327) or shows kernts code that is already compiled.
 */
import type { Register, RegisterHooks } from '../node-features.js';

export interface ModuleApi {
  register: Register;
  registerHooks?: RegisterHooks;
}

export interface OwnHooks {
  register(register: Register): unknown;
  registerHooks(registerHooks: RegisterHooks): unknown;
}

export interface Following {
  didHook(): boolean;
  stop(): void;
}

export function followTsx(module: ModuleApi, own: OwnHooks): Following {
  const { register, registerHooks } = module;
  let didHook = false;
  const before = (registerOwn: () => unknown): void => {
    if (!didHook) registerOwn();
    didHook = true;
  };
  module.register = ((...args: Parameters<Register>) => {
    before(() => own.register(register));
    return register(...args);
  }) as Register;
  if (registerHooks !== undefined) {
    module.registerHooks = (hooks) => {
      before(() => own.registerHooks(registerHooks));
      return registerHooks(hooks);
    };
  }
  return {
    didHook: () => didHook,
    stop() {
      module.register = register;
      if (registerHooks !== undefined) module.registerHooks = registerHooks;
    },
  };
}
