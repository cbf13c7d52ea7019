/**
 * Keeps V8 quick with typed arrays, in which probes count. When the memory of a WebAssembly module grows, its array buffer
 * is detached, and once one was, V8 checks at every access to any typed array whether its buffer still is attached:
 * acorn took 32 ms instead of 23 on Node 20. tsx finds imports with such a module, and with plain JavaScript where there
 * is no WebAssembly while it is loaded.
 */
export async function withoutWebAssembly<T>(work: () => Promise<T>): Promise<T> {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly');
  if (descriptor?.configurable !== true) return await work();
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    return await work();
  } finally {
    Object.defineProperty(globalThis, 'WebAssembly', descriptor);
  }
}
