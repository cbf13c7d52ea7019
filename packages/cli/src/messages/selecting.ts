/** Less is profiled than was meant, or nothing. */
import { shortList } from '../short-list.js';
import { plain, shellWord, type Wording, worded } from './wording.js';

/** Why a `-p` target selected nothing. `functions`: the names that the file does have. */
export type SelectorMiss =
  | { readonly kind: 'no-such-file' }
  | { readonly kind: 'no-such-package' }
  | {
      readonly kind: 'no-such-function';
      readonly file: string;
      readonly name: string;
      readonly functions: readonly string[];
    }
  | { readonly kind: 'never-loaded' };

export interface TestRunner {
  readonly name: string;
  /** As it is typed. */
  readonly command: string;
  readonly plugin: string;
  /** The file that the plugin is named in. */
  readonly config: string;
}

export type SelectingProblem = {
  readonly kind: 'selector-matches-nothing';
  readonly selector: string;
  readonly reason: SelectorMiss;
};

export type SelectingHint =
  | { readonly kind: 'selector-missed'; readonly selector: string; readonly reason: SelectorMiss }
  | { readonly kind: 'no-marks'; readonly script: string }
  | { readonly kind: 'no-marks-in-command'; readonly command: readonly string[] }
  | { readonly kind: 'no-marks-in-tests'; readonly command: readonly string[]; readonly runner: TestRunner }
  | { readonly kind: 'nothing-ran' }
  | { readonly kind: 'not-woven'; readonly file: string; readonly line: number | null; readonly detail: string };

export const selecting: Wording<SelectingProblem | SelectingHint> = {
  'selector-matches-nothing': ({ selector, reason }) => `-p ${selector} matches nothing: ${miss(reason)}.`,
  'selector-missed': ({ selector, reason }) => `-p ${selector} selected nothing: ${miss(reason)}.`,
  'no-marks': ({ script }) =>
    `Nothing in ${script} or the files it loaded is marked; write \`// @profile\` on the line above a function${orSelect(script)}.`,
  'no-marks-in-command': ({ command }) =>
    `No Node process of \`${command.map(shellWord).join(' ')}\` loaded anything that is marked; write \`// @profile\` on the line above a function, or name a file to profile with \`-p\`.`,
  'no-marks-in-tests': ({ command, runner: { name, plugin, config } }) =>
    `Nothing that ${command.map(shellWord).join(' ')} loaded is marked, and what ${name} compiles by itself is seen by a plugin alone; add ${plugin} to ${config}, and write \`// @profile\` on the line above a function.`,
  'nothing-ran': () =>
    'The program ended before any marked function was loaded, so there is nothing to report; check that the marked file runs.',
  'not-woven': ({ file, line, detail }) => `${file}${line === null ? '' : `:${line}`}: ${plain(detail)}.`,
};

const missed: Wording<SelectorMiss> = {
  'no-such-file': () =>
    'no file, glob or installed package of that name is there; give a path relative to the working directory, or quote the glob',
  'no-such-package': () => 'no package of that name is installed; check the spelling, or give a file or a glob',
  'no-such-function': ({ file, name, functions }) =>
    functions.length > 0
      ? `${file} has no function ${name}; it has ${shortList(functions)}`
      : `${file} has no function ${name}, nor any other that has a name; leave the name off to profile the whole file`,
  'never-loaded': () => 'the program never loaded a file that it names; check that the path is the file that runs',
};

function miss(reason: SelectorMiss): string {
  return worded(missed, reason);
}

/** What stands for a program that is no file cannot be selected. */
function orSelect(script: string): string {
  return script === '-c' || script === '-' ? '' : `, or name what to profile with \`-p ${shellWord(script)}\``;
}
