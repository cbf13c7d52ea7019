/**
 * Probes need some bytes in each frame of a profiled function, so a recursion would end earlier than it does plain.
 * The program gets a larger stack instead. `test/launch/stack-depth.test.ts` guards the factor.
 *
 * Threads of the program have a stack of their own size (`resourceLimits.stackSizeMb`), which stays as it is.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DEFAULT_STACK_KB, stackSizeGiven } from '../stack-size.js';

/** Frames grow by a third, those of async functions by two thirds; `yield*` takes twice as much. */
const FACTOR = 2.5;

/** V8 only checks its own limit: what lies behind it must exist. */
const RESERVE = 1.5;

/** Node options that give the program room; none where the system may not have it. */
export function stackRoom(execArgv: readonly string[], systemKb = systemStackKb()): readonly string[] {
  const wanted = Math.round((stackSizeGiven(execArgv) ?? DEFAULT_STACK_KB) * FACTOR);
  return systemKb >= wanted * RESERVE ? [`--stack-size=${wanted}`] : [];
}

/** How large the main thread's stack may become; 0 where nobody tells. */
export function systemStackKb(): number {
  if (process.platform === 'win32') return 0;
  const bytes = linuxStackLimit();
  if (bytes !== null) return amount(bytes) / 1_024;
  return amount(spawnSync('sh', ['-c', 'ulimit -s'], { encoding: 'utf8' }).stdout ?? '');
}

/** The soft limit in bytes: asking a shell takes 5 ms. https://man7.org/linux/man-pages/man5/proc_pid_limits.5.html */
function linuxStackLimit(): string | null {
  try {
    return /^Max stack size +(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

function amount(limit: string): number {
  return limit.trim() === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit) || 0;
}
