import type { Timing } from '@kernts/runtime';

/** How the times of several profiles came about. Modes that differ: any time at all makes it a timed profile, sampling anywhere makes it `auto`. */
export function makeTimingSum() {
  const modes = new Set<Timing['mode']>();
  let readings = 0;
  let costs = 0;
  let dearest = 0;
  let probeErrorNs: number | undefined;
  let samples = 0;
  let sampledProbeCostNs = 0;
  return {
    add(timing: Timing): void {
      modes.add(timing.mode);
      readings += timing.readings;
      costs += timing.probeCostNs * timing.readings;
      dearest = Math.max(dearest, timing.probeCostNs);
      if (timing.probeErrorNs !== undefined) probeErrorNs = Math.max(probeErrorNs ?? 0, timing.probeErrorNs);
      samples += timing.samples ?? 0;
      sampledProbeCostNs = Math.max(sampledProbeCostNs, timing.sampledProbeCostNs ?? 0);
    },
    total(): Timing {
      return {
        mode: modes.has('auto') ? 'auto' : modes.has('exact') ? 'exact' : 'off',
        probeCostNs: readings > 0 ? Math.round((costs / readings) * 10) / 10 : dearest,
        readings,
        ...(probeErrorNs !== undefined && { probeErrorNs }),
        ...(modes.has('auto') && { samples, sampledProbeCostNs }),
      };
    },
  };
}
