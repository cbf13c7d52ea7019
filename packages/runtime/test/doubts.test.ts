import { expect, it } from 'vitest';
import { makeDoubts } from '../src/doubts.js';
import { ASKED, roomOnStack } from '../src/sampling.js';
import { oneFunction } from './support/one-function.js';

const ACTIVATION = 1;
const [LOWER, UPPER] = [1, 2];

/** Each look finds the activation twice and has given both lines its time. */
function makeTwins() {
  const file = oneFunction(4, { line: [0, 1, 2] });
  file.modes[ACTIVATION] = roomOnStack();
  const doubts = makeDoubts(file, { nextQuestion: 0 });
  let looks = 0;
  return {
    file,
    look() {
      looks++;
      for (const site of [LOWER, UPPER]) {
        file.sampledTime[site]! += 2;
        file.sampledSquares[site]! += 4;
        file.samples[site]! += 1;
        doubts.note(ACTIVATION, site, looks, 2);
      }
    },
    answer(deaths: number) {
      file.died[LOWER]! += deaths;
      file.modes[ACTIVATION] = roomOnStack();
    },
    given: (site: number) => [file.sampledTime[site], file.sampledSquares[site], file.samples[site]],
  };
}

it('asks, and takes back what the lower one was given that is dead', () => {
  const { file, look, answer, given } = makeTwins();
  look();
  look();
  expect(file.modes[ACTIVATION]).toBe(ASKED);
  expect(given(LOWER)).toEqual([4, 8, 2]);
  answer(1);
  look();
  expect(given(LOWER)).toEqual([0, 0, 0]);
  expect(given(UPPER)).toEqual([6, 12, 3]);
});

it('takes back no more than there is, where counts were forgotten meanwhile', () => {
  const { file, look, answer, given } = makeTwins();
  look();
  file.sampledTime.fill(0);
  file.sampledSquares.fill(0);
  file.samples.fill(0);
  answer(1);
  look();
  expect(given(LOWER)).toEqual([0, 0, 0]);
});

it('gives the lower one what it was owed when nobody has died since the last death', () => {
  const { look, answer, given } = makeTwins();
  look();
  answer(1);
  for (let looks = 0; looks < 20; looks++) look();
  expect(given(LOWER)).toEqual([0, 0, 0]);
  answer(0);
  look();
  expect(given(LOWER)).toEqual([42, 84, 21]);
});

it('leaves the time to those on a line on which nobody has died', () => {
  const { file, look, answer, given } = makeTwins();
  look();
  file.died[UPPER] = 1;
  answer(0);
  for (let looks = 0; looks < 4; looks++) look();
  expect(given(LOWER)).toEqual([10, 20, 5]);
});

it('asks about a recursion less and less often, and leaves it its time', () => {
  const { file, look, answer, given } = makeTwins();
  const asked: number[] = [];
  for (let looks = 1; looks <= 20_000; looks++) {
    look();
    if (file.modes[ACTIVATION] !== ASKED) continue;
    asked.push(looks);
    answer(0);
  }
  expect(asked).toEqual([1, 514, 2563, 10_756, 18_949]);
  expect(given(LOWER)).toEqual([40_000, 80_000, 20_000]);
});
