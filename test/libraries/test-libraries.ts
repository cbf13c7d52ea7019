/** The tests of each library: the same to its user with every function profiled, and really profiled. */
import { describe, expect, test } from 'vitest';
import { firstDifference } from './first-difference.js';
import type { Library } from './library.js';
import { type Counts, type Run, runAlone, runProfiled, TIMEOUT_MS, type Timing } from './run-library.js';

/** A program that ended early would answer the same in both runs. */
const LEAST_LINES = 30;

export function testLibraries(libraries: readonly Library[]): void {
  describe.each(libraries)('$name', { timeout: TIMEOUT_MS }, (library) => {
    let alone: Promise<Run> | undefined;
    const counts = new Map<Timing, Promise<Counts>>();
    const runOnce = () => {
      alone ??= runAlone(library);
      return alone;
    };

    test.each(['exact', 'auto', 'off'] as const)('is the same with --timing %s', async (timing) => {
      const { ended } = await runOnce();
      expect(ended).toMatchObject({ code: 0, signal: null });
      expect(ended.stdout.split('\n').length).toBeGreaterThan(LEAST_LINES);

      const run = runProfiled(library, timing);
      counts.set(
        timing,
        run.then((profiled) => profiled.counts),
      );
      const profiled = await run;
      expect(firstDifference(ended, profiled.ended)).toBeNull();
      expect(profiled.counts.functions).toBeGreaterThanOrEqual(library.functions);
      const exact = await counts.get('exact');
      if (!library.goesByTheClock && exact !== undefined) expect(profiled.counts).toEqual(exact);
    });
  });
}
