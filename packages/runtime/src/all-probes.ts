/** Everything that a woven file gets. */

import { now } from './clock.js';
import { makeClockedActivations } from './clocked-activations.js';
import { buryAbove } from './frames.js';
import type { Probes } from './probe-abi.js';
import { makeProbes } from './probes.js';
import { makeSampledActivations } from './sampled-activations.js';
import { makeSampledProbes } from './sampled-probes.js';
import { type FileSlots, settle } from './slots.js';
import { exceptionInFlight, published, top } from './stack.js';
import { makeSuspendableProbes } from './suspendable.js';

export function makeAllProbes(file: FileSlots): Probes {
  const { hits, modes, firstEntry, description } = file;
  // A file can have been woven before the run that it is in was told how to time: what it does by itself decides.
  const isAuto = description.sites.follower !== undefined;
  const sync = isAuto ? makeSampledProbes(file) : makeProbes(file);
  const activations = isAuto ? makeSampledActivations(file) : makeClockedActivations(file);
  const g = () => settle(file);
  const k = (depth: number) => {
    const frames = Math.max(0, depth);
    if (top[0]! <= frames) return;
    exceptionInFlight[0] = 0;
    buryAbove(frames, true, now());
    top[0] = frames;
  };
  const { site, entry } = published;
  return {
    h: hits,
    g,
    m: modes,
    s: site,
    o: top,
    j: entry,
    r: firstEntry,
    k,
    ...sync,
    ...makeSuspendableProbes(file, activations),
  };
}
