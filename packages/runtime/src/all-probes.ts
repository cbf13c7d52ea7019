/** Everything that a woven file gets. */
import { makeClockedActivations } from './clocked-activations.js';
import type { Probes, TimingMode } from './probe-abi.js';
import { makeProbes } from './probes.js';
import { makeSampledActivations } from './sampled-activations.js';
import { makeSampledProbes } from './sampled-probes.js';
import type { FileSlots } from './slots.js';
import { makeSuspendableProbes } from './suspendable.js';

export function makeAllProbes(file: FileSlots, timing: TimingMode): Probes {
  const { hits, wraps } = file;
  const isAuto = timing === 'auto';
  const sync = isAuto ? makeSampledProbes(file) : makeProbes(file);
  const activations = isAuto ? makeSampledActivations(file) : makeClockedActivations(file);
  const g = (at: number) => {
    wraps[at]! += 1;
  };
  return { h: hits, g, ...sync, ...makeSuspendableProbes(file, activations) };
}
