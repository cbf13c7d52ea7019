/** Measures what one probe costs, so that it can be subtracted from what the probes measure. */
import { debt, wallNow } from './clock.js';
import { ABI_VERSION } from './probe-abi.js';
import { makeProbes } from './probes.js';
import type { TimingMode } from './profile-format.js';
import { makeSampledProbes } from './sampled-probes.js';
import { type FileSlots, makeCounter, makeSlots } from './slots.js';
import { published, top } from './stack.js';

const BATCH = 400;
/**
 * Goes on until so many batches, for so long, were no faster, but not for ever: V8 optimises beside it, and on Node 24 and 26
 * its first compiler's code takes twice as long as that of its last.
 */
const PATIENCE = 400;
const PATIENCE_MS = 15;
const MOST_BATCHES = 10_000;
const LINES = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Many calls of one clock, before anything is optimised: what a reading costs at least. */
export function measureReadingCost(): number {
  let least = Number.POSITIVE_INFINITY;
  for (let batch = 0; batch < 10; batch++) {
    const start = wallNow();
    for (let i = 1; i < 20; i++) wallNow();
    least = Math.min(least, (wallNow() - start) / 20);
  }
  return least;
}

/** Cost in ms of one line boundary with the real probe, as V8 optimises it. Takes some 20 ms. */
export function measureProbeCost(timing: TimingMode): number {
  const file = makeCalibrationFile();
  const { n, p, e } = timing === 'auto' ? makeSampledProbes(file) : makeProbes(file);
  const depth = n(1, 1);
  const cost = measureBoundary(() => {
    // Neighbouring lines count in different places: none waits for the one before.
    for (let i = 0; i < BATCH; i += 8) {
      p(depth, 1);
      p(depth, 2);
      p(depth, 3);
      p(depth, 4);
      p(depth, 5);
      p(depth, 6);
      p(depth, 7);
      p(depth, 8);
    }
  });
  e(depth);
  return cost;
}

/**
 * What a boundary adds in ms where lines wait for their own results: the CPU does a part of its work beside them. That is
 * the least that it can cost; between lines that do nothing it costs most.
 */
export function measureLeastProbeCost(): number {
  const { n, p, e } = makeProbes(makeCalibrationFile());
  const depth = n(1, 1);
  const chain = new Int32Array(1);
  const alone = measureBoundary(() => {
    let value = chain[0]!;
    for (let i = 0; i < BATCH; i++) value = waited(value);
    chain[0] = value;
  });
  const together = measureBoundary(() => {
    let value = chain[0]!;
    for (let i = 0; i < BATCH; i += 2) {
      p(depth, 1);
      value = waited(value);
      p(depth, 2);
      value = waited(value);
    }
    chain[0] = value;
  });
  e(depth);
  return Math.max(0, together - alone);
}

/** Each multiplication needs the one before it: some 25 ns in all. */
function waited(value: number): number {
  let last = value;
  for (let step = 0; step < 24; step++) last = (Math.imul(last, 48271) + 1) | 0;
  return last;
}

/** The same for a line that is sampled: what woven code does by itself. */
export function measureSampledCost(): number {
  const file = makeCalibrationFile();
  const count = makeCounter(file);
  const { z } = makeSampledProbes(file);
  const { site: s } = published;
  // Above the stack, where nobody looks.
  const depth = Math.max(0, top[0]!) + 1;
  const topmost = Int32Array.of(depth);
  const line = (site: number) => {
    count(site);
    if (topmost[0] === depth) s[depth] = site;
    else z(depth, site);
  };
  return measureBoundary(() => {
    for (let i = 0; i < BATCH; i += 8) {
      line(1);
      line(2);
      line(3);
      line(4);
      line(5);
      line(6);
      line(7);
      line(8);
    }
  });
}

function makeCalibrationFile(): FileSlots {
  const file = makeSlots({
    path: `kernts:calibration:${ABI_VERSION}`,
    sha256: '',
    functions: [{ name: 'calibration', markLine: null, line: 1, endLine: 1 }],
    activations: [
      { fn: 0, own: true, calls: 0 },
      { fn: 0, own: true, calls: 1 },
    ],
    sites: { line: LINES, column: LINES, fn: LINES.map(() => 0) },
  });
  file.openLimit.fill(1);
  // The short lines here are to stay with the clock.
  file.recentReadings.fill(Number.NEGATIVE_INFINITY);
  return file;
}

/** The fastest batch, because the machine only ever adds. Leaves no trace in the readings and times of the program. */
function measureBoundary(passBatch: () => void): number {
  const [owed, , readings] = debt;
  let least = Number.POSITIVE_INFINITY;
  let start = wallNow();
  let lastGain = start;
  for (let batch = 0, vain = 0; batch < MOST_BATCHES; batch++) {
    if (vain >= PATIENCE && start - lastGain >= PATIENCE_MS) break;
    passBatch();
    const end = wallNow();
    const mean = (end - start) / BATCH;
    vain++;
    if (mean < 0.98 * least) {
      vain = 0;
      lastGain = end;
    }
    least = Math.min(least, mean);
    start = end;
  }
  debt[0] = owed!;
  debt[2] = readings!;
  return least;
}
