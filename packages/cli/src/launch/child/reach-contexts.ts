/**
 * Contexts of `node:vm` have globals of their own, and Jest, Vitest's `vm` pools and jsdom run what they test in such.
 * Woven code in them finds the runtime of their thread all the same.
 */
import vm from 'node:vm';
import { RUNTIME_KEY_TEXT } from '@kernts/runtime';

type CreateContext = typeof vm.createContext;

/** Reached by syntax alone, as woven code does: the names in a context are its owner's. */
const HOLDER = '(function*(){}).constructor';
const own = function* () {}.constructor as unknown as Record<string, unknown>;

/** The caller makes ES modules see it. */
export function reachContexts(): void {
  const { createContext } = vm;
  // A proxy keeps name, length and text of the function.
  vm.createContext = new Proxy(createContext, {
    apply(target, self, args: Parameters<CreateContext>) {
      const context = Reflect.apply(target, self, args) as vm.Context;
      offerIn(context);
      return context;
    },
  });
}

/** Asked when woven code asks: whether the thread has a runtime is not known before. */
function offerIn(context: vm.Context): void {
  const holder = vm.runInContext(HOLDER, context) as object;
  Object.defineProperty(holder, RUNTIME_KEY_TEXT, { configurable: true, get: () => own[RUNTIME_KEY_TEXT] });
}
