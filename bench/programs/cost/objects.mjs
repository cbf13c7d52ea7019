/** Binary trees of the Computer Language Benchmarks Game: allocation and garbage collection. */
const DEPTH = 12;

class Tree {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }

  count() {
    if (this.left === null) return 1;
    return 1 + this.left.count() + this.right.count();
  }
}

function makeTree(depth) {
  if (depth === 0) return new Tree(null, null);
  const left = makeTree(depth - 1);
  const right = makeTree(depth - 1);
  return new Tree(left, right);
}

export function run() {
  const kept = makeTree(DEPTH);
  let sum = 0;
  for (let depth = 4; depth <= DEPTH; depth += 4) {
    const trees = 2 ** (DEPTH - depth);
    for (let tree = 0; tree < trees; tree++) {
      sum += makeTree(depth).count();
    }
  }
  return sum + kept.count();
}
