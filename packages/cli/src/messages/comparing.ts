/** Several profiles, compared or added up. */
import { shortList } from '../short-list.js';
import { visible } from '../visible-text.js';
import type { Wording } from './wording.js';

/** `name` null for the total; `share`: part of the time before, null where that was 0. */
export interface Slowdown {
  readonly name: string | null;
  readonly share: number | null;
}

export type ComparingProblem =
  | { readonly kind: 'no-common-function'; readonly before: string; readonly after: string }
  | { readonly kind: 'diff-untimed'; readonly before: string; readonly after: string }
  | { readonly kind: 'merged-too-large'; readonly files: number };

export type ComparingHint =
  /** `limit`: part of the time before. */
  | { readonly kind: 'slower-than-allowed'; readonly slower: readonly Slowdown[]; readonly limit: number }
  | { readonly kind: 'profiles-merged'; readonly files: number; readonly mean: boolean; readonly path: string }
  | { readonly kind: 'sources-differ'; readonly path: string };

export const comparing: Wording<ComparingProblem | ComparingHint> = {
  'no-common-function': ({ before, after }) =>
    `${before} and ${after} have no function in common; compare two profiles of the same program.`,
  'diff-untimed': ({ before, after }) =>
    `--fail-above needs times, and one of ${before} and ${after} has only hits (--timing off); profile both with times.`,
  'slower-than-allowed': ({ slower, limit }) =>
    `More than ${percent(limit)} slower: ${shortList(slower.map(slowdown))}; see the lines with the largest change above.`,
  'merged-too-large': ({ files }) =>
    `The ${files} profiles add up to more than a profile can hold (2^53); merge fewer, or take their average with --mean.`,
  'profiles-merged': ({ files, mean, path }) =>
    `Wrote the ${mean ? 'mean' : 'sum'} of ${files} profile${files === 1 ? '' : 's'} to ${path}`,
  'sources-differ': ({ path }) =>
    `${visible(path)} changed between the runs that are merged, so each version is listed by itself; view one profile at a time to keep them apart.`,
};

function slowdown({ name, share }: Slowdown): string {
  const by = share === null ? 'not called before' : `+${percent(share)}`;
  return `${name === null ? 'the total' : visible(name)} (${by})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
