/** Lets a sampler look again and again, and tells it what each look is worth. */
import { ASLEEP, OVER } from './looks.js';
import { makeSampler, UNKNOWN_FILE } from './sampler.js';
import type { CountedFile } from './slots.js';
import type { StackView } from './stack-view.js';

/** Between two looks, in ms; the system adds about 0.06. */
const PERIOD_MS = 0.1;
/** At first it looks more often, so that a short program gets some samples as well. */
const FIRST_PERIOD_MS = 0.01;
const FIRST_LOOKS = 1000;
/**
 * The most that a look is worth. When the system lets the sampler wait, one line must not get it all: the next looks are
 * worth more until it is made up for.
 */
const MOST_WORTH_MS = 0.3;
/** While nothing is profiled. */
const IDLE_PERIOD_MS = 1;
const IDLE_LOOKS = 200;
/** Looks before messages are read again. */
const BURST = 100;

export interface Watched {
  readonly view: StackView;
  readonly files: readonly CountedFile[];
}

/** Deals out the time that has passed to the looks. */
export function makeRation() {
  let owedMs = 0;
  return {
    /** What a look is worth, so long after the one before. */
    offer(passedMs: number): number {
      owedMs += passedMs;
      return Math.min(owedMs, MOST_WORTH_MS);
    },
    /** The look has booked so much. */
    take(worthMs: number): void {
      owedMs -= worthMs;
    },
    /** Nothing was running. */
    forget(): void {
      owedMs = 0;
    },
  };
}

/** Tells the profiled thread the time. */
export function noteLook({ looks }: StackView, now: number): void {
  looks[1] = now - looks[0]!;
  looks[0] = now;
}

/** Until the profiled thread asks for the time, or for a while. */
function sleep(sampler: Int32Array): void {
  sampler[ASLEEP] = 1;
  Atomics.wait(sampler, ASLEEP, 1, IDLE_PERIOD_MS);
  sampler[ASLEEP] = 0;
}

/** Looks until the profiled thread ends; `watched` gives what there is to look at. */
export function watch(watched: () => Watched, wallNow: () => number): void {
  const cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { learn, look } = makeSampler();
  let idleLooks = 0;
  let busyLooks = 0;
  const ration = makeRation();
  let last = wallNow();

  function burst(): void {
    const { view, files } = watched();
    learn(files);
    for (let turn = 0; turn < BURST; turn++) {
      if (idleLooks > IDLE_LOOKS) sleep(view.sampler);
      else Atomics.wait(cell, 0, 0, busyLooks < FIRST_LOOKS ? FIRST_PERIOD_MS : PERIOD_MS);
      if (view.sampler[OVER] === 1) return;
      const now = wallNow();
      noteLook(view, now);
      const worthMs = ration.offer(now - last);
      last = now;
      const frames = look(view, worthMs);
      if (frames === UNKNOWN_FILE) break;
      if (frames === 0) {
        ration.forget();
        idleLooks++;
      } else {
        ration.take(worthMs);
        idleLooks = 0;
        busyLooks++;
      }
    }
    setImmediate(burst);
  }
  burst();
}
