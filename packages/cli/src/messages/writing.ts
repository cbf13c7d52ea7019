/** Reports and exports that cannot be written, or were. */
import { shortList } from '../short-list.js';
import { shellWord, type Wording } from './wording.js';

export type WritingProblem =
  | { readonly kind: 'outfile-unwritable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'outfile-is-input'; readonly path: string }
  | { readonly kind: 'report-unwritable'; readonly cause: string }
  | { readonly kind: 'binary-for-terminal'; readonly format: string }
  | { readonly kind: 'format-needs-times'; readonly format: string }
  | { readonly kind: 'export-too-large'; readonly format: string };

export type WritingHint =
  /** The profile does not say what the lines of these functions took by themselves. */
  | { readonly kind: 'times-overlap'; readonly format: string; readonly functions: readonly string[] }
  | { readonly kind: 'inspect-with'; readonly path: string }
  | { readonly kind: 'page-written'; readonly path: string }
  | { readonly kind: 'page-not-opened'; readonly path: string; readonly cause: string };

export const writing: Wording<WritingProblem | WritingHint> = {
  'outfile-unwritable': ({ path, cause }) => `Cannot write ${path} (${cause}); choose another place with -o.`,
  'outfile-is-input': ({ path }) => `${path} is one of the profiles to read; name another file with -o.`,
  'report-unwritable': ({ cause }) =>
    `Cannot write the report (${cause}); send it where there is room, or show less of it with -z.`,
  'binary-for-terminal': ({ format }) => `${format} is binary and would garble the terminal; name a file with -o.`,
  'format-needs-times': ({ format }) =>
    `${format} holds nothing but times, and the profile has only hits (--timing off); choose another format, or profile again without --timing off.`,
  'export-too-large': ({ format }) =>
    `The profile is too large for one text of ${format}; export a part of it with --function or --file, or choose another format.`,
  'times-overlap': ({ format, functions }) =>
    `The profile does not say what lines took by themselves in ${shortList(functions)}, so sums of ${format} count twice what profiled functions do for these; profile again with this kernts, or read lines one by one.`,
  'inspect-with': ({ path }) => `Inspect results with: kernts view ${shellWord(path)}`,
  'page-written': ({ path }) => `Wrote a report for the browser to ${path}`,
  'page-not-opened': ({ path, cause }) => `${path} could not be opened (${cause}); open it in a browser yourself.`,
};
