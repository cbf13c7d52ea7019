import { expect, it } from 'vitest';
import { makeModeChooser } from '../src/choose-modes.js';
import { MODE, roomOnStack } from '../src/sampling.js';
import { oneFunction } from './support/one-function.js';

const LOOKS = 24;
const SEASON = 2000;
/** Where calls are counted. */
const CALLS = 3;

function makeWatched() {
  const file = oneFunction(CALLS, { line: [0, 1] });
  file.modes[1] = roomOnStack();
  const chooser = makeModeChooser();
  const candidates = chooser.add(file.counted, file.functionOf);
  return {
    file,
    /** Looks until it is seen whether lines are long, `hits` of them at each. */
    lookAtLines(hits: number) {
      for (let look = 0; look < LOOKS; look++) {
        file.hits[1]! += hits;
        chooser.noteOwn(candidates, 0, 0.1);
      }
    },
    /** Looks until it is seen whether calls are rare, `calls` of them at each. */
    lookAtCalls(calls: number) {
      for (let look = 0; look < SEASON; look++) {
        file.hits[CALLS]! += calls;
        chooser.beginLook(0.1);
      }
    },
  };
}

it('gives lines that are long, and calls that are rare, back to the clock', () => {
  const lines = makeWatched();
  lines.lookAtLines(1);
  expect(lines.file.modes[1]).toBe(MODE.long);
  const calls = makeWatched();
  calls.lookAtCalls(0);
  expect(calls.file.modes[1]).toBe(MODE.rare);
});

it('goes on with short lines and many calls when counting begins anew', () => {
  const { file, lookAtLines, lookAtCalls } = makeWatched();
  lookAtLines(1000);
  lookAtCalls(1000);
  file.hits.fill(0);
  lookAtLines(900);
  expect(file.modes[1]).toBe(roomOnStack());
  lookAtCalls(900);
  expect(file.modes[1]).toBe(roomOnStack());
});
