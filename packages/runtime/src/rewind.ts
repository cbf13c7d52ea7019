/**
 * Counting cannot be switched off: it is woven in. What is counted while it is to be off is taken back afterwards, to the
 * last hit, and the hot path knows nothing of it.
 */
import { debt, now, READINGS } from './clock.js';
import { type OpenSpans, openSpans, type Span } from './open-spans.js';
import { samplesSeen } from './sampling.js';
import { COUNT_NAMES, type CountedFile, type Counts, type FileSlots } from './slots.js';
import { stack, top } from './stack.js';
import type { StackView } from './stack-view.js';
import { forEachOpenLine, noteUnreached } from './unreached.js';

export interface Rewinding {
  /** Copies of the counts while counting is off; null while it is on. */
  kept(): readonly CountedFile[] | null;
  pause(): void;
  resume(): void;
  /** Forgets what was counted so far. */
  reset(): void;
}

/** `files`: more are added to it. */
export function makeRewinding(files: readonly FileSlots[], view: () => StackView, changed: () => void): Rewinding {
  let kept: Kept | null = null;

  function pause(): void {
    if (kept !== null) return;
    kept = keepCounts(files, view());
    changed();
  }

  function resume(): void {
    if (kept === null) return;
    rewindTo(kept, files, view());
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
  readonly files: ReadonlyMap<number, CountedFile>;
  readonly seen: Float64Array;
  readonly readings: number;
}

const NOTHING_KEPT: Kept = { files: new Map(), seen: new Float64Array(2), readings: 0 };

/** With what open lines have had so far. */
function keepCounts(files: readonly FileSlots[], view: StackView): Kept {
  const time = now();
  const moment = { time, readings: debt[READINGS]! };
  for (const file of files) {
    book(file, openSpans(file, view, moment));
    bookUnreached(file, view, 1);
  }
  restartOpen(time);
  const copies = files.map(({ counted }): [number, CountedFile] => [counted.index, copyOf(counted)]);
  return { files: new Map(copies), seen: samplesSeen.slice(), readings: moment.readings };
}

function copyOf(file: CountedFile): CountedFile {
  const copies = Object.fromEntries(COUNT_NAMES.map((name) => [name, file[name].slice()])) as unknown as Counts;
  return { ...file, ...copies };
}

function book(file: CountedFile, { lines, longest, callees, totals }: OpenSpans): void {
  addTo(file.time, file.readings, lines);
  addTo(file.callees, file.calleeReadings, callees);
  addTo(file.total, file.totalReadings, totals);
  for (const [site, { time, readings }] of longest) {
    if (time <= file.longest[site]!) continue;
    file.longest[site] = time;
    file.longestReadings[site] = readings;
  }
}

function addTo(times: Float64Array, readings: Float64Array, spans: ReadonlyMap<number, Span>): void {
  for (const [at, span] of spans) {
    times[at]! += span.time;
    readings[at]! += span.readings;
  }
}

/** `sign` 1: what the open lines' statements lead to is not counted yet; -1: it will be. */
function bookUnreached(file: CountedFile, view: StackView, sign: 1 | -1): void {
  forEachOpenLine(file, view, (site) => noteUnreached(file, site, sign));
}

/** Forgets what was counted since. */
function rewindTo(kept: Kept, files: readonly CountedFile[], view: StackView): void {
  for (const file of files) {
    const before = kept.files.get(file.index);
    for (const name of COUNT_NAMES) {
      if (before === undefined) file[name].fill(0);
      else file[name].set(before[name]);
    }
    bookUnreached(file, view, -1);
  }
  samplesSeen.set(kept.seen);
  debt[READINGS] = kept.readings;
  restartOpen(now());
}

/** Open lines and functions have had nothing yet. */
function restartOpen(time: number): void {
  for (let depth = 1; depth <= top[0]!; depth++) {
    stack.lineStart[depth] = time;
    stack.start[depth] = time;
    stack.lineReadings[depth] = debt[READINGS]!;
    stack.startReadings[depth] = debt[READINGS]!;
  }
}
