/**
 * Probes need some bytes in each frame of a profiled function, so a recursion would end earlier than it does plain.
 * The program gets a larger stack instead. `test/launch/stack-depth.test.ts` guards the factor.
 *
 * Threads of the program have a stack of their own size (`resourceLimits.stackSizeMb`), which stays as it is.
 */
import { spawnSync } from 'node:child_process';

/** V8's limit on 64-bit machines: https://github.com/v8/v8/blob/12.4.254/src/flags/flag-definitions.h (`stack_size`). */
const DEFAULT_KB = 984;

/** Frames grow by a third, those of async functions by two thirds; `yield*` takes twice as much. */
const FACTOR = 2.5;

/** V8 only checks its own limit: what lies behind it must exist. */
const RESERVE = 1.5;

const FLAG = /^--stack[-_]size[= ](\d+)$/;

/** Node options that give the program room; none where the system may not have it. */
export function stackRoom(execArgv: readonly string[], systemKb = systemStackKb()): readonly string[] {
  const given = execArgv.map((option) => FLAG.exec(option)?.[1]).findLast((kb) => kb !== undefined);
  const wanted = Math.round((given === undefined ? DEFAULT_KB : Number(given)) * FACTOR);
  return systemKb >= wanted * RESERVE ? [`--stack-size=${wanted}`] : [];
}

/** How large the main thread's stack may become; 0 where nobody tells. */
function systemStackKb(): number {
  if (process.platform === 'win32') return 0;
  const { stdout } = spawnSync('sh', ['-c', 'ulimit -s'], { encoding: 'utf8' });
  const limit = (stdout ?? '').trim();
  return limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit) || 0;
}
