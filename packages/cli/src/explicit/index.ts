/** What a program can import from `kernts`. Where it is not profiled, all of it does nothing. */
import { type Profile, RUNTIME_KEY_TEXT, type Runtime } from '@kernts/runtime';
import { type Block, beginBlock, UNTIMED } from './block.js';

export type { Block, Profile };

export interface ProfileControl {
  /** Whether this thread is profiled: under kernts, or by `kernts/register` with `KERNTS=1`. */
  readonly isActive: boolean;
  /** Whether what runs now counts. True from the start; always false where the thread is not profiled. */
  readonly isEnabled: boolean;
  /** What runs from now on counts. */
  enable(): void;
  /** What runs from now on does not count, neither hits nor times. */
  disable(): void;
  /** Forgets what was counted so far in this thread. */
  reset(): void;
  /** What this thread has counted so far, in the format of the profile; files have no `source`. Null where it is not profiled. */
  snapshot(): Profile | null;
  /** Begins a block that ends with the scope of `using`, or by `end()`. Blocks of one name add up. */
  block(name: string): Block;
}

const KEY = Symbol.for(RUNTIME_KEY_TEXT);
const place = globalThis as unknown as Readonly<Record<symbol, Runtime | undefined>>;

/** Looking it up starts it: there must be one on offer. */
function runtime(): Runtime | undefined {
  return isOffered() ? place[KEY] : undefined;
}

function isOffered(): boolean {
  return KEY in place;
}

export const profile: ProfileControl = {
  get isActive() {
    return isOffered();
  },
  get isEnabled() {
    return runtime()?.isPaused === false;
  },
  enable: () => runtime()?.resume(),
  disable: () => runtime()?.pause(),
  reset: () => runtime()?.reset(),
  snapshot: () => runtime()?.snapshot() ?? null,
  block(name) {
    const found = runtime();
    return found === undefined ? UNTIMED : beginBlock(found, name);
  },
};
