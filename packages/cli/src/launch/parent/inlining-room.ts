/**
 * What is woven for automatic timing makes functions longer, and V8 puts only so much code of others into a function that
 * it optimises. With more room it puts there what it would put there plain. Exact probes are slower with it.
 *
 * Measured by `bench/sampled-probe`; the options: https://github.com/v8/v8/blob/12.4.254/src/flags/flag-definitions.h
 */
import type { TimingMode } from '@kernts/runtime';

export function inliningRoom(timing: TimingMode): readonly string[] {
  return timing === 'auto' ? ['--max-inlined-bytecode-size=2000', '--max-inlined-bytecode-size-cumulative=4000'] : [];
}
