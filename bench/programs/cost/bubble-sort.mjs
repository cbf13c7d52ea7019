/** Bubble sort of pseudo-random numbers: reads and writes of array elements in a nested loop. */
const LENGTH = 1_000;

function numbers(length, seed) {
  const values = [];
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (state * 1103 + 12345) % 65536;
    values.push(state);
  }
  return values;
}

function bubbleSort(values) {
  let end = values.length;
  while (end > 1) {
    let lastSwap = 0;
    for (let index = 1; index < end; index++) {
      const left = values[index - 1];
      const right = values[index];
      if (left > right) {
        values[index - 1] = right;
        values[index] = left;
        lastSwap = index;
      }
    }
    end = lastSwap;
  }
  return values;
}

export function run() {
  const sorted = bubbleSort(numbers(LENGTH, 42));
  let sum = 0;
  for (let index = 0; index < sorted.length; index++) sum = (sum * 31 + sorted[index]) % 1_000_003;
  return sum;
}
