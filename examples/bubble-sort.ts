/** Sorts numbers the slow way: every pair of neighbours is compared, whatever is known already. */
const LENGTH = 1_000;

/** The same numbers on every run and machine. */
function shuffledNumbers(length: number): number[] {
  const numbers: number[] = [];
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (state * 48_271) % 2_147_483_647;
    numbers.push(state % 100_000);
  }
  return numbers;
}

// @profile
function bubbleSort(numbers: readonly number[]): number[] {
  const sorted = [...numbers];
  for (let end = sorted.length - 1; end > 0; end--) {
    for (let i = 0; i < end; i++) {
      const left = sorted[i]!;
      const right = sorted[i + 1]!;
      if (left > right) {
        sorted[i] = right;
        sorted[i + 1] = left;
      }
    }
  }
  return sorted;
}

const sorted = bubbleSort(shuffledNumbers(LENGTH));
console.log(`${sorted.length} numbers from ${sorted[0]} to ${sorted.at(-1)}`);
