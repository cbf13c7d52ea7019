/** Work of a known length. Not profiled. */

/** A chain: each step needs the one before it, so that neither V8 nor the CPU can shorten or move it. */
export function steps(value, count) {
  let last = value;
  for (let step = 0; step < count; step++) last = (Math.imul(last, 48271) + 1) | 0;
  return last;
}

/** Objects that nobody keeps, but that V8 cannot do without: each knows the one before it. */
export function objects(count) {
  let head = null;
  for (let made = 0; made < count; made++) head = { next: head, value: made };
  return head.value;
}
