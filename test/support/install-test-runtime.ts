/**
 * The runtime of a test's child process. With `auto`, activations are sampled from their first call; files that are not
 * woven for that get the probes that they would get with their own timing.
 */
import { makeAllProbes } from '../../packages/runtime/src/all-probes.js';
import { installRuntime, type Runtime, type RuntimeOptions } from '../../packages/runtime/src/runtime.js';
import { roomOnStack } from '../../packages/runtime/src/sampling.js';
import { allSlots } from '../../packages/runtime/src/slots.js';

export interface TestRuntimeOptions extends RuntimeOptions {
  /** Every other activation stays with the clock, so that both kinds call each other. */
  readonly isMixed?: boolean;
  /** By path: whether the file is woven for `exact` or `off`. */
  readonly isForClock?: (path: string) => boolean;
}

export function installTestRuntime({ timing, isMixed = false, isForClock }: TestRuntimeOptions): Runtime {
  const runtime = installRuntime({ timing });
  if (timing !== 'auto') return runtime;
  const { open } = runtime;
  return Object.assign(runtime, {
    open(description: Parameters<typeof open>[0]) {
      const probes = open(description);
      const slots = allSlots.at(-1);
      if (slots !== undefined && isForClock?.(description.path)) return makeAllProbes(slots, 'exact');
      const step = isMixed ? 2 : 1;
      for (let activation = 1; activation < probes.m.length; activation += step) probes.m[activation] = roomOnStack();
      return probes;
    },
  });
}
