/** What became of the program's counts while it ran. */
import type { Wording } from './wording.js';

export type RunningHint =
  /** Of a program that profiles itself. */
  | { readonly kind: 'loader-ahead' }
  /** `threads` of the program ended without writing what they had counted; `all`: no other has. */
  | { readonly kind: 'counts-lost'; readonly threads: number; readonly all: boolean; readonly end: string }
  /** `processes` that the program started go on, so that what they count is in nobody's profile. */
  | { readonly kind: 'still-running'; readonly processes: number }
  | { readonly kind: 'profile-written'; readonly path: string }
  /** `silent` processes of the program have not written what they had. */
  | { readonly kind: 'profile-so-far-written'; readonly path: string; readonly silent: number }
  | { readonly kind: 'nothing-so-far' }
  /** By the program itself. */
  | { readonly kind: 'profile-rescued'; readonly path: string };

export const running: Wording<RunningHint> = {
  'loader-ahead': () =>
    'Another loader compiles TypeScript before kernts sees it, so lines may be missing; put `--import kernts/register` before its own `--import`.',
  'counts-lost': ({ threads, all, end }) =>
    all
      ? `The program ended by ${end} before it could write its profile, so what it counted is lost; let it end by itself, or by SIGINT or SIGTERM.`
      : `${threads} process${threads === 1 ? '' : 'es'} or worker${threads === 1 ? '' : 's'} of the program ended before writing a profile, so the counts from there are missing; let workers end by themselves.`,
  'still-running': ({ processes }) =>
    `${processes === 1 ? 'A process' : `${processes} processes`} that the program started ${processes === 1 ? 'is' : 'are'} still running after it, so the counts from there are missing; let the program wait for the processes that it starts.`,
  'profile-written': ({ path }) => `Wrote profile results to ${path}`,
  'profile-so-far-written': ({ path, silent }) =>
    silent === 0
      ? `Wrote the profile so far to ${path}; the program goes on.`
      : `Wrote the profile so far to ${path}, but ${silent} process${silent === 1 ? '' : 'es'} did not answer in time and may have counted more; the program goes on.`,
  'nothing-so-far': () =>
    'No marked function has been loaded so far, so there is no profile to write yet; send the signal again later.',
  'profile-rescued': ({ path }) => `kernts ended before the program, which wrote its profile itself: see ${path}.`,
};
