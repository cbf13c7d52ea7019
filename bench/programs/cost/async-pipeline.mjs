/** Thousands of activations that are suspended at the same time, each waiting for the one before it. */
const ITEMS = 2_000;
const STAGES = 8;

async function stage(input, factor) {
  const value = await input;
  const scaled = (value * factor + 1) % 65_536;
  await null;
  return scaled ^ factor;
}

async function pipeline(item) {
  let value = Promise.resolve(item);
  for (let index = 1; index <= STAGES; index++) {
    value = stage(value, index);
  }
  return value;
}

async function* results(items) {
  const started = items.map((item) => pipeline(item));
  for (const result of started) {
    yield await result;
  }
}

const items = Array.from({ length: ITEMS }, (_, index) => index);

export async function run() {
  let sum = 0;
  for await (const value of results(items)) sum = (sum * 31 + value) % 1_000_003;
  return sum;
}
