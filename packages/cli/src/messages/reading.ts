/** Profiles that cannot be read, or say something else than one might think. */
import { shortList } from '../short-list.js';
import { visible } from '../visible-text.js';
import type { Wording } from './wording.js';

export type ReadingProblem =
  | { readonly kind: 'profile-unreadable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'profile-too-large'; readonly path: string; readonly mostMegabytes: number }
  | { readonly kind: 'glob-matches-no-profile'; readonly glob: string }
  | { readonly kind: 'profile-truncated'; readonly path: string }
  | { readonly kind: 'profile-not-json'; readonly path: string }
  | { readonly kind: 'profile-foreign'; readonly path: string; readonly looksLike: string | null }
  | { readonly kind: 'profile-newer'; readonly path: string; readonly version: number; readonly known: number }
  | { readonly kind: 'profile-damaged'; readonly path: string; readonly where: string; readonly defect: string }
  /** `functions`: the names that the profile does have. */
  | { readonly kind: 'no-function-selected'; readonly functions: readonly string[] };

export type ReadingHint =
  | { readonly kind: 'newest-profile'; readonly path: string }
  /** The file on disk is no longer the one that the profile holds. */
  | { readonly kind: 'source-edited'; readonly path: string }
  | { readonly kind: 'shares-not-kept'; readonly by: 'process' | 'thread' };

export const reading: Wording<ReadingProblem | ReadingHint> = {
  'profile-unreadable': ({ path, cause }) =>
    `Cannot read ${path} (${cause}); give the .lprof file that a run of kernts wrote.`,
  'profile-too-large': ({ path, mostMegabytes }) =>
    `${path} is larger than ${mostMegabytes} MB, more than a profile comes to; give the .lprof file that a run of kernts wrote.`,
  'glob-matches-no-profile': ({ glob }) =>
    `No file matches ${glob}; check the pattern and the directory you are in, or run \`kernts -l script.ts\` to write a profile.`,
  'profile-truncated': ({ path }) =>
    `${path} is cut off before the profile ends; copy it again, or run kernts again to write it anew.`,
  'profile-not-json': ({ path }) =>
    `${path} is not a profile of kernts (it is not JSON); give the .lprof file that a run of kernts wrote.`,
  'profile-foreign': ({ path, looksLike }) =>
    looksLike === null
      ? `${path} is not a profile of kernts; give the .lprof file that a run of kernts wrote.`
      : `${path} is not a profile of kernts but ${looksLike}; give the .lprof file that a run of kernts wrote.`,
  'profile-newer': ({ path, version, known }) =>
    `${path} is in profile format ${version}, and this kernts reads up to ${known}; update kernts, or profile again with this one.`,
  'profile-damaged': ({ path, where, defect }) =>
    `${path} is damaged: ${where} ${defect}; run kernts again to write it anew.`,
  'newest-profile': ({ path }) => `Showing ${visible(path)}, the newest profile here; name another to see that one.`,
  'source-edited': ({ path }) =>
    `${visible(path)} was edited after the profile was written; the report shows the text that ran.`,
  'no-function-selected': ({ functions }) =>
    functions.length > 0
      ? `No function of the profile is selected; it has ${shortList(functions.map(visible))}.`
      : 'The profile holds no function; mark one with `// @profile` and run kernts again.',
  'shares-not-kept': ({ by }) =>
    `The profile does not say which ${by} had what, for one alone ran or \`kernts merge\` added it up; all is shown together.`,
};
