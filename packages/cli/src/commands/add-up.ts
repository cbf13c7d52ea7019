/** The sum of saved profiles, one in memory at a time. */
import type { Profile } from '@kernts/runtime';
import type { Output } from '../output.js';
import { makeProfileSum } from '../profile/merge.js';
import { readProfile } from '../profile/read.js';
import type { NamedProfile } from './find-profiles.js';

export interface AddingUp {
  /** Which thread had what; grows with the number of profiles. */
  readonly keepShares: boolean;
  /** What a terminal shows while it lasts; null for nothing. */
  readonly title: string | null;
}

/** Null for none. Throws where one of them is no profile. */
export async function addUp(
  named: readonly NamedProfile[],
  { keepShares, title }: AddingUp,
  output: Output,
): Promise<Profile | null> {
  const sum = makeProfileSum({ keepShares });
  const progress = title === null ? null : output.progress(title, named.length);
  try {
    for (const { path, shown } of named) {
      sum.add(await readProfile(path, shown));
      progress?.advance();
    }
  } finally {
    progress?.clear();
  }
  return sum.total();
}
