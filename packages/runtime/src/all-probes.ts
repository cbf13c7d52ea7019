/** Everything that a woven file gets. */
import type { Probes, TimingMode } from './probe-abi.js';
import { makeProbes } from './probes.js';
import { makeSampledProbes } from './sampled-probes.js';
import type { FileSlots } from './slots.js';
import { makeSuspendableProbes } from './suspendable.js';

export function makeAllProbes(file: FileSlots, timing: TimingMode): Probes {
  const { hits, wraps } = file;
  const sync = timing === 'auto' ? makeSampledProbes(file) : makeProbes(file);
  const g = (at: number) => {
    wraps[at]! += 1;
  };
  return { h: hits, g, ...sync, ...makeSuspendableProbes(file) };
}
