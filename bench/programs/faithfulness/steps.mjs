/** Work of a known length. Not profiled. */

/**
 * A chain: each step needs the one before it, so that neither V8 nor the CPU can shorten or move it. Written out so far
 * that V8 inlines it nowhere: from Node 24 on, a loop may keep the code of Maglev, which takes five times as long, in one
 * caller and not in another.
 */
export function steps(value, count) {
  let last = value;
  let left = count;
  for (; left >= 32; left -= 32) {
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
    last = (Math.imul(last, 48271) + 1) | 0;
  }
  for (; left > 0; left--) last = (Math.imul(last, 48271) + 1) | 0;
  return last;
}

/** Objects that nobody keeps, but that V8 cannot do without: each knows the one before it. */
export function objects(count) {
  let head = null;
  for (let made = 0; made < count; made++) head = { next: head, value: made };
  return head.value;
}

/** A number below the limit that looks random, so that sums of it wander. */
export function scattered(seed, limit) {
  const mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  const again = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((again ^ (again >>> 16)) >>> 0) % limit;
}

// Compiled before anything is measured: else the line that calls first pays for all.
for (let call = 1; call <= 5_000; call++) {
  steps(call, 500);
  objects(500);
}
