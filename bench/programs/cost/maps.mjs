/** Counting words and walking a graph: Map and Set, iterators and small arrays. */
const NODES = 2_000;

function makeWords() {
  const words = [];
  let state = 7;
  for (let index = 0; index < 20_000; index++) {
    state = (state * 1103 + 12345) % 65536;
    words.push(`w${state % 997}`);
  }
  return words;
}

function countWords(words) {
  const counts = new Map();
  for (const word of words) {
    const before = counts.get(word) ?? 0;
    counts.set(word, before + 1);
  }
  return counts;
}

function neighboursOf(node) {
  return [(node * 2) % NODES, (node * 3 + 1) % NODES, (node + 17) % NODES];
}

function reachable(from) {
  const seen = new Set([from]);
  const queue = [from];
  for (const node of queue) {
    for (const neighbour of neighboursOf(node)) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      queue.push(neighbour);
    }
  }
  return seen;
}

const words = makeWords();

export function run() {
  let sum = 0;
  for (const [word, count] of countWords(words)) sum = (sum * 31 + word.length * count) % 1_000_003;
  for (const node of reachable(1)) sum = (sum * 31 + node) % 1_000_003;
  return sum;
}
