/**
 * V8 ends a process whose heap is full without a word to JavaScript. Another thread cannot see how full the heap is, but
 * how much memory the process has taken: near the heap's limit the profile so far is written again and again.
 */

/** Of V8's limit, what only young objects can have: up to Node 22 48 MiB, from Node 24 on 192 MiB. */
const YOUNG_BYTES = 200 * 2 ** 20;

/** Bytes by which the heap of this thread may still grow, at least. */
export function heapRoom(): number {
  const { heap_size_limit, used_heap_size } = process.getBuiltinModule('node:v8').getHeapStatistics();
  return Math.max(0, heap_size_limit - YOUNG_BYTES - used_heap_size);
}

/** Share of the room that the heap had, from which on it may be nearly full. */
const NEARLY = 0.6;
const FIRST_PAUSE_MS = 200;
/** Memory outside the heap counts as well, and can stay for good: then it is written ever more rarely. */
const LONGEST_PAUSE_MS = 5_000;

/** Whether to write now, `sinceMs` after it was written last. `room`: bytes by which the heap may still grow. */
export function makeMemoryWatch(
  room: number,
  rss: () => number = process.memoryUsage.rss,
): (sinceMs: number) => boolean {
  const first = rss();
  let pauseMs = FIRST_PAUSE_MS;
  return (sinceMs) => {
    if (rss() - first < NEARLY * room) {
      pauseMs = FIRST_PAUSE_MS;
      return false;
    }
    if (sinceMs < pauseMs) return false;
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.5);
    return true;
  };
}
