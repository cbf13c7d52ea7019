/** What a process that runs several programs is told, and what it answers. */
import type { Profile } from '../../packages/runtime/src/profile-format.js';

/** `none`: the programs run plain, without a runtime. */
export type Timing = 'none' | 'auto' | 'exact' | 'off';

export interface Assignment {
  readonly timing: Timing;
  readonly reportPath: string;
  readonly programs: readonly { readonly name: string; readonly path: string }[];
}

export interface Report {
  readonly exitCodes: Readonly<Record<string, number>>;
  readonly profile: Profile | null;
}
