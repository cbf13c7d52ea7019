import type { DiffOptions } from '../command-line/diff-usage.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { compareProfiles } from '../profile/diff/compare.js';
import { slowdowns } from '../profile/diff/slowdowns.js';
import { diffReport } from '../report/diff.js';
import { openRuns } from './open-profiles.js';
import { styleFor } from './show.js';

/** Shows what changed from one profile to another. Resolves to the exit code: 1 where `--fail-above` was exceeded. */
export async function diff(options: DiffOptions, output: Output): Promise<0 | 1> {
  const { before, after, failAbove, cwd } = options;
  const sides = [await openRuns(before, cwd, output), await openRuns(after, cwd, output)] as const;
  const comparison = compareProfiles(sides[0], sides[1], options);
  if (comparison === null) throw new KerntsError({ kind: 'no-common-function', before, after });
  if (failAbove !== null && !comparison.timed) throw new KerntsError({ kind: 'diff-untimed', before, after });
  const text = diffReport(comparison, { before, after }, options.unit, await styleFor(options));
  await output.report(text, options.pager ? 'paged' : undefined);
  const slower = failAbove === null ? [] : slowdowns(comparison, failAbove);
  if (failAbove === null || slower.length === 0) return 0;
  await output.say({ kind: 'slower-than-allowed', slower, limit: failAbove });
  return 1;
}
