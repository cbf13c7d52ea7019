/** Where two runs first told a user something different. Whole outputs are too long to be shown by a failing test. */
import type { Ended } from '../support/run-kernts.js';

export interface Difference {
  readonly of: 'stdout' | 'stderr' | 'end';
  readonly line: number;
  readonly alone: string | undefined;
  readonly profiled: string | undefined;
}

export function firstDifference(alone: Ended, profiled: Ended): Difference | null {
  return inTexts('end', endOf(alone), endOf(profiled)) ?? inStreams(alone, profiled);
}

function endOf({ code, signal }: Ended): string {
  return `${code} ${signal}`;
}

function inStreams(alone: Ended, profiled: Ended): Difference | null {
  return inTexts('stderr', alone.stderr, profiled.stderr) ?? inTexts('stdout', alone.stdout, profiled.stdout);
}

function inTexts(of: Difference['of'], alone: string, profiled: string): Difference | null {
  if (alone === profiled) return null;
  const [ours, theirs] = [alone.split('\n'), profiled.split('\n')];
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  const line = at === -1 ? ours.length : at;
  return { of, line: line + 1, alone: ours[line], profiled: theirs[line] };
}
