/**
 * Counting cannot be switched off: it is woven in. What is counted while it is to be off is taken back afterwards, to the
 * last hit, and the hot path knows nothing of it.
 */
import { debt, now } from './clock.js';
import { samplesSeen } from './sampling.js';
import type { FileSlots } from './slots.js';
import { isSampledAt, stack, top } from './stack.js';

const COUNTS = [
  'hits',
  'wraps',
  'time',
  'readings',
  'longest',
  'longestReadings',
  'awaited',
  'awaitedSquares',
  'uncertain',
  'stays',
  'sampledTime',
  'samples',
  'sampledTotal',
  'sampledSquares',
  'sampledLongest',
  'total',
  'totalReadings',
] as const satisfies readonly (keyof FileSlots)[];

const READINGS = 2;

export interface Rewinding {
  /** Copies of the counts while counting is off; null while it is on. */
  kept(): readonly FileSlots[] | null;
  pause(): void;
  resume(): void;
  /** Forgets what was counted so far. */
  reset(): void;
}

/** `files`: more are added to it. */
export function makeRewinding(files: readonly FileSlots[], changed: () => void): Rewinding {
  let kept: Kept | null = null;

  function pause(): void {
    kept ??= keepCounts(files);
    changed();
  }

  function resume(): void {
    if (kept !== null) rewindTo(kept, files);
    kept = null;
    changed();
  }

  function reset(): void {
    const isPaused = kept !== null;
    kept = NOTHING_KEPT;
    resume();
    if (isPaused) pause();
  }

  return { kept: () => kept && [...kept.files.values()], pause, resume, reset };
}

/** What was counted up to a moment. */
interface Kept {
  /** By index of the file in this realm; copies. */
  readonly files: ReadonlyMap<number, FileSlots>;
  readonly seen: Float64Array;
  readonly readings: number;
}

/** With what open lines have had so far. */
function keepCounts(files: readonly FileSlots[]): Kept {
  bookOpen(files, now());
  const copies = files.map((file): [number, FileSlots] => [file.index, copyOf(file)]);
  return { files: new Map(copies), seen: samplesSeen.slice(), readings: debt[READINGS]! };
}

/** Forgets what was counted since. */
function rewindTo(kept: Kept, files: readonly FileSlots[]): void {
  for (const file of files) {
    const before = kept.files.get(file.index);
    for (const name of COUNTS) {
      if (before === undefined) file[name].fill(0);
      else file[name].set(before[name]);
    }
  }
  samplesSeen.set(kept.seen);
  debt[READINGS] = kept.readings;
  restartOpen(now());
}

const NOTHING_KEPT: Kept = { files: new Map(), seen: new Float64Array(2), readings: 0 };

function copyOf(file: FileSlots): FileSlots {
  return { ...file, ...Object.fromEntries(COUNTS.map((name) => [name, file[name].slice()])) };
}

/** Books what lines and functions have had that are open now, and lets them begin anew. */
function bookOpen(files: readonly FileSlots[], time: number): void {
  const outermost = new Set<string>();
  for (let depth = 1; depth <= top[0]!; depth++) {
    const file = files.find(({ index }) => index === stack.file[depth]);
    if (file === undefined || isSampledAt(depth) || stack.owner[depth] === -1) continue;
    const site = stack.site[depth]!;
    file.time[site]! += time - stack.lineStart[depth]!;
    file.readings[site]! += debt[READINGS]! - stack.lineReadings[depth]!;
    const fn = file.functionOf[stack.activation[depth]!]!;
    const key = `${file.index} ${fn}`;
    if (outermost.has(key)) continue;
    outermost.add(key);
    file.total[fn]! += time - stack.start[depth]!;
    file.totalReadings[fn]! += debt[READINGS]! - stack.startReadings[depth]!;
  }
  restartOpen(time);
}

function restartOpen(time: number): void {
  for (let depth = 1; depth <= top[0]!; depth++) {
    stack.lineStart[depth] = time;
    stack.start[depth] = time;
    stack.lineReadings[depth] = debt[READINGS]!;
    stack.startReadings[depth] = debt[READINGS]!;
  }
}
