/** Lines that do almost nothing, one after the other. */

// @profile
export function run(rounds: number): number {
  let state = 1;
  for (let round = 0; round < rounds; round++) {
    state = (state + round) | 0;
    state = state ^ 5;
    state = (state + 3) | 0;
    state = state ^ round;
    state = (state - 7) | 0;
    state = state ^ 9;
    state = (state + 1) | 0;
    state = state ^ 2;
    state = (state - round) | 0;
  }
  return state;
}
