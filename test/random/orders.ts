/** What the process that runs random programs is told, and what it answers. */
import type { Profiler } from 'node:inspector';
import type { Profile } from '../../packages/runtime/src/profile-format.js';
import type { FileCoverage } from '../support/istanbul-coverage.js';

/** One program in all its forms; a form that is null is not run. */
export interface Order {
  readonly name: string;
  /** `input.cjs` or `input.mjs` */
  readonly file: string;
  readonly codes: Readonly<Record<'plain' | 'istanbul' | 'auto' | 'exact' | 'off', string | null>>;
}

export interface Ran {
  /** What the program logged, how it ended, and what it left behind. */
  readonly trace: readonly string[];
  /** It went on for too long and was told to end. */
  readonly isOut: boolean;
}

/** By program. */
export interface Answer {
  readonly plain: Readonly<Record<string, Ran>>;
  readonly auto: Readonly<Record<string, Ran>>;
  readonly exact: Readonly<Record<string, Ran>>;
  readonly off: Readonly<Record<string, Ran>>;
  readonly v8: Readonly<Record<string, Profiler.ScriptCoverage>>;
  readonly istanbul: Readonly<Record<string, FileCoverage>>;
  readonly profile: Profile;
}
