/** Two lines that are hit as often as asked for, and do almost nothing. */
const memory = new Int32Array(1);

// @profile
export function run(rounds) {
  for (let round = 0; round < rounds; round++) {
    memory[0] = (Math.imul(memory[0], 48271) + 1) | 0;
  }
  return memory[0];
}
