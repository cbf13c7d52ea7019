/** Where woven code looks for the runtime of its realm. */
import { type ProbeSource, RUNTIME_KEY_TEXT } from './probe-abi.js';

/** The constructor of generator functions is reached by syntax alone, whatever names a file declares. */
const PLACES: readonly { readonly holder: object; readonly key: PropertyKey }[] = [
  { holder: function* () {}.constructor, key: RUNTIME_KEY_TEXT },
  { holder: globalThis, key: Symbol.for(RUNTIME_KEY_TEXT) },
];

function define(descriptor: PropertyDescriptor): void {
  for (const { holder, key } of PLACES) {
    Object.defineProperty(holder, key, { configurable: true, enumerable: false, ...descriptor });
  }
}

/** What was put there; another copy of this package may have done it. */
export function offeredRuntime(): ProbeSource | undefined {
  return (globalThis as unknown as Record<symbol, ProbeSource | undefined>)[Symbol.for(RUNTIME_KEY_TEXT)];
}

export function offerRuntime(runtime: ProbeSource): void {
  define({ value: runtime });
}

/** `make` is called when the first woven file asks. */
export function offerRuntimeOnDemand(make: () => ProbeSource): void {
  define({
    get(): ProbeSource {
      define({ value: undefined });
      const runtime = make();
      offerRuntime(runtime);
      return runtime;
    },
  });
}
