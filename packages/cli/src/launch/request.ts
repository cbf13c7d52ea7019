/** What a run is asked for, and what comes of it. */
import type { Profile, TimingMode } from '@kernts/runtime';
import type { Hint } from '../messages.js';
import type { Outfile } from '../profile/write.js';

export interface LaunchRequest {
  readonly entry: Entry;
  /** The program's own arguments. */
  readonly args: readonly string[];
  /** A file that runs first, unprofiled, in the same process. */
  readonly setup: string | null;
  /** What `-p` names: files, globs, `file:function`, packages. */
  readonly targets: readonly string[];
  readonly timing: TimingMode;
  /** Whether what was woven is kept for later runs, and taken from earlier ones. */
  readonly cache: boolean;
  /** Whether processes that the program starts are profiled, too. */
  readonly children: boolean;
  readonly cwd: string;
  /** Where the program itself writes its profile if kernts ends before it does. */
  readonly outfile: Outfile;
  readonly quiet: boolean;
  /** How often the profile so far is handed out; null: never. */
  readonly intervalMs: number | null;
  /** At which signal it is handed out; null: at none, and all signals are the program's. */
  readonly dumpSignal: NodeJS.Signals | null;
  readonly onProfileSoFar: (soFar: ProfileSoFar) => Promise<void>;
}

export interface ProfileSoFar {
  readonly why: 'signal' | 'interval';
  /** Null when nothing that is profiled has run. */
  readonly profile: Profile | null;
  /** Processes that did not answer in time: of them it holds what they wrote before. */
  readonly silent: number;
}

export type Entry =
  | { readonly kind: 'script'; readonly path: string }
  /** Anything that the system runs. */
  | { readonly kind: 'command'; readonly name: string }
  /** Its command or its main file. */
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'stdin' };

export interface LaunchResult {
  readonly end: ProgramEnd;
  /** Null when no woven file was loaded. */
  readonly profile: Profile | null;
  readonly hints: readonly Hint[];
}

export type ProgramEnd =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals };
