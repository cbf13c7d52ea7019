/** The command line cannot be carried out. */
import type { Wording } from './wording.js';

export type CommandName = 'kernts' | `kernts ${string}`;

export type CommandLineProblem =
  | {
      readonly kind: 'unknown-option';
      readonly option: string;
      readonly nearest: string | null;
      readonly command: CommandName;
    }
  | { readonly kind: 'option-needs-value'; readonly option: string; readonly command: CommandName }
  | { readonly kind: 'bad-option-value'; readonly option: string; readonly value: string; readonly expected: string }
  | { readonly kind: 'option-before-command'; readonly option: string; readonly name: string; readonly usage: string }
  | { readonly kind: 'options-exclude'; readonly options: readonly [string, string] }
  | { readonly kind: 'no-script' }
  | { readonly kind: 'no-command' }
  | { readonly kind: 'setup-without-script' }
  | { readonly kind: 'no-profile-file' }
  /** `outfile` null: none was named. */
  | { readonly kind: 'format-not-said'; readonly outfile: string | null; readonly formats: readonly string[] }
  | { readonly kind: 'diff-takes-two'; readonly given: number }
  | { readonly kind: 'no-outfile' }
  | { readonly kind: 'nothing-to-merge' };

export const commandLine: Wording<CommandLineProblem> = {
  'unknown-option': ({ option, nearest, command }) => {
    if (nearest !== null) return `There is no option ${option}; did you mean ${nearest}?`;
    const elsewhere = command === 'kernts' ? ", and put the script's own options after the script" : '';
    return `There is no option ${option}; run \`${command} --help\` for those that there are${elsewhere}.`;
  },
  'option-needs-value': ({ option, command }) => `Option ${option} needs a value after it; see \`${command} --help\`.`,
  'bad-option-value': ({ option, value, expected }) => `Option ${option} cannot take '${value}'; give ${expected}.`,
  'option-before-command': ({ option, name, usage }) =>
    `Option ${option} stands before \`${name}\`; write the options behind it: \`kernts ${name} ${usage}\`.`,
  'options-exclude': ({ options: [one, other] }) => `${one} and ${other} exclude each other; give one of them.`,
  'no-script': () => 'No script to run; type for example `kernts -l -v script.ts`, or `kernts --help`.',
  'no-command': () => 'No command to run behind --; type for example `kernts -l -v -- npm test`.',
  'setup-without-script': () =>
    'A setup file (-s) goes with a script, and neither with a command nor with -m; leave it out.',
  'no-profile-file': () => 'No profile to show; type for example `kernts view script.ts.lprof`.',
  'format-not-said': ({ outfile, formats }) =>
    `${outfile === null ? 'No format was named' : `The name ${outfile} does not say the format`}; give --format with one of ${formats.join(', ')}.`,
  'diff-takes-two': ({ given }) =>
    `\`kernts diff\` compares two profiles, and ${given} ${given === 1 ? 'is' : 'are'} given; type for example \`kernts diff before.lprof after.lprof\`.`,
  'no-outfile': () =>
    "The merged profile needs a name; give one with -o: `kernts merge -o all.lprof 'runs/**/*.lprof'`.",
  'nothing-to-merge': () => "No profile to merge; type for example `kernts merge -o all.lprof 'runs/**/*.lprof'`.",
};
