/** A stretch of a program that it times by itself: a listing of one line, with no place on the shadow stack. */
import { now } from './clock.js';
import { type FileSlots, makeCounter } from './slots.js';

/** The description of its file has one function, one activation and one site. */
export interface BlockProbe {
  /** Counts a hit. The value is for `end`. */
  begin(): number;
  end(begunAt: number): void;
}

const SITE = 1;
const FUNCTION = 0;

export function makeBlockProbe(file: FileSlots, isTimed: boolean): BlockProbe {
  const count = makeCounter(file);
  return {
    begin() {
      count(SITE);
      return isTimed ? now() : 0;
    },
    end(begunAt) {
      if (!isTimed) return;
      const elapsed = now() - begunAt;
      file.time[SITE]! += elapsed;
      file.readings[SITE]! += 1;
      file.stays[SITE]! += 1;
      file.total[FUNCTION]! += elapsed;
      file.totalReadings[FUNCTION]! += 1;
      if (elapsed > file.longest[SITE]!) {
        file.longest[SITE] = elapsed;
        file.longestReadings[SITE] = 1;
      }
    },
  };
}
