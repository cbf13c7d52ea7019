/** The runtime of a test's child process. With `auto`, activations of files woven for it are sampled from their first call. */
import { installRuntime, type Runtime, type RuntimeOptions } from '../../packages/runtime/src/runtime.js';
import { roomOnStack } from '../../packages/runtime/src/sampling.js';

export interface TestRuntimeOptions extends RuntimeOptions {
  /** Every other activation stays with the clock, so that both kinds call each other. */
  readonly isMixed?: boolean;
}

export function installTestRuntime({ timing, isMixed = false }: TestRuntimeOptions): Runtime {
  const runtime = installRuntime({ timing });
  if (timing !== 'auto') return runtime;
  const { open } = runtime;
  return Object.assign(runtime, {
    open(description: Parameters<typeof open>[0]) {
      const probes = open(description);
      if (description.sites.follower === undefined) return probes;
      const step = isMixed ? 2 : 1;
      for (let activation = 1; activation < probes.m.length; activation += step) probes.m[activation] = roomOnStack();
      return probes;
    },
  });
}
