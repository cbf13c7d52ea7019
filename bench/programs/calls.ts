/** Calls of a function that does almost nothing. */

// @profile
function mix(state: number): number {
  return state ^ 5;
}

// @profile
export function run(rounds: number): number {
  let state = 1;
  for (let round = 0; round < rounds; round++) {
    state = mix((state + round) | 0);
  }
  return state;
}
