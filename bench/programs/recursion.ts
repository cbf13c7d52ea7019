/** Activations within activations, of a function that does almost nothing. */

// @profile
function fibonacci(n: number): number {
  if (n < 2) return n;
  return fibonacci(n - 1) + fibonacci(n - 2);
}

export function run(rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round += 3_000) sum += fibonacci(15);
  return sum;
}
