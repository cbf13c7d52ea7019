/**
 * Looks at the profiled thread's shadow stack, from another thread, and gives the time since it last looked to the
 * lines that are open. It reads while the other writes: a frame that is just being put there can be taken for the one
 * before it, which happens as rarely as it is short.
 */
import type { CountedFile, StackView } from './snapshot.js';

/** Between two looks, in ms. */
const PERIOD_MS = 0.1;
/** While nothing is profiled. */
const IDLE_PERIOD_MS = 1;
const IDLE_LOOKS = 200;
/** Looks before messages are read again. */
const BURST = 100;

interface WatchedFile {
  readonly file: CountedFile;
  readonly functionOf: Int32Array;
  /** The look at which each function was seen last: its outermost frame counts. */
  readonly seenAt: Float64Array;
}

export interface Sampler {
  /** Files come in the order in which they were opened, more and more of them. */
  learn(files: readonly CountedFile[]): void;
  /** Gives `elapsedMs` to the lines that are open now and sampled. Returns how many frames there are. */
  look(view: StackView, elapsedMs: number): number;
}

export function makeSampler(): Sampler {
  const byIndex: (WatchedFile | undefined)[] = [];
  let known = 0;
  let looks = 0;

  function learn(files: readonly CountedFile[]): void {
    for (; known < files.length; known++) {
      const file = files[known]!;
      const { activations, functions } = file.description;
      byIndex[file.index] = {
        file,
        functionOf: Int32Array.from(activations, ({ fn }) => fn),
        seenAt: new Float64Array(functions.length),
      };
    }
  }

  function look({ top, stack, seen }: StackView, elapsedMs: number): number {
    looks++;
    const frames = top[0]!;
    let isSampled = false;
    for (let depth = 1; depth <= frames; depth++) {
      const watched = byIndex[stack.file[depth]!];
      if (watched === undefined || stack.owner[depth] === -1) continue;
      const { file, functionOf, seenAt } = watched;
      const fn = functionOf[stack.activation[depth]!] ?? 0;
      const isOutermost = seenAt[fn] !== looks;
      seenAt[fn] = looks;
      const site = stack.site[depth]!;
      if (stack.sampled[depth] !== 1 || site >= file.samples.length) continue;
      isSampled = true;
      file.sampledTime[site]! += elapsedMs;
      file.samples[site]! += 1;
      if (isOutermost) file.sampledTotal[fn]! += elapsedMs;
    }
    if (isSampled) seen[0]! += 1;
    return frames;
  }

  return { learn, look };
}

export interface Watched {
  readonly view: StackView;
  readonly files: readonly CountedFile[];
}

/** Looks for ever; `watched` gives what there is to look at. */
export function watch(watched: () => Watched, wallNow: () => number): void {
  const cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { learn, look } = makeSampler();
  let idleLooks = 0;
  let last = wallNow();

  function burst(): void {
    const { view, files } = watched();
    learn(files);
    for (let turn = 0; turn < BURST; turn++) {
      Atomics.wait(cell, 0, 0, idleLooks > IDLE_LOOKS ? IDLE_PERIOD_MS : PERIOD_MS);
      const now = wallNow();
      idleLooks = look(view, now - last) === 0 ? idleLooks + 1 : 0;
      last = now;
    }
    setImmediate(burst);
  }
  burst();
}
