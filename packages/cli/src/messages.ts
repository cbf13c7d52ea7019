/**
 * Everything kernts has to say, as values: a variant names what happened and carries where; `sentence` alone words it.
 * A sentence says what happened, where, and what to do next, and ends with a full stop.
 */

import { shortList } from './short-list.js';
import { visible } from './visible-text.js';

/** Stops kernts: reported on stderr, exit status 2. */
export type Problem =
  | {
      readonly kind: 'unknown-option';
      readonly option: string;
      readonly nearest: string | null;
      readonly command: CommandName;
    }
  | { readonly kind: 'option-needs-value'; readonly option: string; readonly command: CommandName }
  | { readonly kind: 'bad-option-value'; readonly option: string; readonly value: string; readonly expected: string }
  | { readonly kind: 'option-before-command'; readonly option: string; readonly name: string; readonly usage: string }
  | { readonly kind: 'no-script' }
  | { readonly kind: 'no-profile-file' }
  /** `outfile` null: none was named. */
  | { readonly kind: 'format-not-said'; readonly outfile: string | null; readonly formats: readonly string[] }
  | { readonly kind: 'binary-for-terminal'; readonly format: string }
  | { readonly kind: 'format-needs-times'; readonly format: string }
  | { readonly kind: 'outfile-is-input'; readonly path: string }
  | { readonly kind: 'export-too-large'; readonly format: string }
  /** `nearest`: a command of kernts that may have been meant. */
  | { readonly kind: 'script-not-found'; readonly path: string; readonly nearest: string | null }
  | { readonly kind: 'script-is-directory'; readonly path: string }
  | { readonly kind: 'script-unreadable'; readonly path: string; readonly cause: string }
  | SyntaxErrorProblem
  | { readonly kind: 'selector-matches-nothing'; readonly selector: string; readonly reason: SelectorMiss }
  | { readonly kind: 'setup-not-found'; readonly path: string }
  | { readonly kind: 'setup-unusable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'outfile-unwritable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'options-exclude'; readonly options: readonly [string, string] }
  | { readonly kind: 'setup-without-script' }
  | { readonly kind: 'no-command' }
  | { readonly kind: 'command-not-found'; readonly name: string }
  | { readonly kind: 'command-not-started'; readonly name: string; readonly cause: string }
  | { readonly kind: 'package-not-found'; readonly name: string }
  | { readonly kind: 'package-has-commands'; readonly name: string; readonly commands: readonly string[] }
  /** `missing`: the file that it names as its command; null where it names none. */
  | { readonly kind: 'package-not-runnable'; readonly name: string; readonly missing: string | null }
  | { readonly kind: 'program-not-started'; readonly cause: string }
  | { readonly kind: 'no-temporary-folder'; readonly path: string; readonly cause: string }
  | { readonly kind: 'report-unwritable'; readonly cause: string }
  | { readonly kind: 'profile-unreadable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'profile-too-large'; readonly path: string; readonly mostMegabytes: number }
  | { readonly kind: 'glob-matches-no-profile'; readonly glob: string }
  /** `functions`: the names that the profile does have. */
  | { readonly kind: 'no-function-selected'; readonly functions: readonly string[] }
  | { readonly kind: 'diff-takes-two'; readonly given: number }
  | { readonly kind: 'no-common-function'; readonly before: string; readonly after: string }
  | { readonly kind: 'diff-untimed'; readonly before: string; readonly after: string }
  | { readonly kind: 'no-outfile' }
  | { readonly kind: 'nothing-to-merge' }
  | { readonly kind: 'merged-too-large'; readonly files: number }
  | { readonly kind: 'profile-truncated'; readonly path: string }
  | { readonly kind: 'profile-not-json'; readonly path: string }
  | { readonly kind: 'profile-foreign'; readonly path: string; readonly looksLike: string | null }
  | { readonly kind: 'profile-newer'; readonly path: string; readonly version: number; readonly known: number }
  | { readonly kind: 'profile-damaged'; readonly path: string; readonly where: string; readonly defect: string };

/** `line` 1-based; `column` 0-based, counted from 1 in the sentence; `frame` several lines of source, or empty. */
export interface SyntaxErrorProblem {
  readonly kind: 'syntax-error';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly detail: string;
  readonly frame: string;
}

/** The work goes on, or is done; said on stderr unless `-q`. */
export type Hint =
  | { readonly kind: 'no-marks'; readonly script: string }
  | { readonly kind: 'no-marks-in-command'; readonly command: readonly string[] }
  | { readonly kind: 'no-marks-in-tests'; readonly command: readonly string[]; readonly runner: TestRunner }
  | { readonly kind: 'nothing-ran' }
  /** `threads` of the program ended without writing what they had counted; `all`: no other has. */
  | { readonly kind: 'counts-lost'; readonly threads: number; readonly all: boolean; readonly end: string }
  /** `processes` that the program started go on, so that what they count is in nobody's profile. */
  | { readonly kind: 'still-running'; readonly processes: number }
  | { readonly kind: 'selector-missed'; readonly selector: string; readonly reason: SelectorMiss }
  | { readonly kind: 'not-woven'; readonly file: string; readonly line: number | null; readonly detail: string }
  | { readonly kind: 'profile-written'; readonly path: string }
  /** `silent` processes of the program have not written what they had. */
  | { readonly kind: 'profile-so-far-written'; readonly path: string; readonly silent: number }
  | { readonly kind: 'nothing-so-far' }
  /** Of a program that profiles itself. */
  | { readonly kind: 'loader-ahead' }
  /** By the program itself. */
  | { readonly kind: 'profile-rescued'; readonly path: string }
  | { readonly kind: 'inspect-with'; readonly path: string }
  | { readonly kind: 'page-written'; readonly path: string }
  | { readonly kind: 'page-not-opened'; readonly path: string; readonly cause: string }
  | { readonly kind: 'sources-differ'; readonly path: string }
  /** The file on disk is no longer the one that the profile holds. */
  | { readonly kind: 'source-edited'; readonly path: string }
  | { readonly kind: 'newest-profile'; readonly path: string }
  /** The profile does not say what the lines of these functions took by themselves. */
  | { readonly kind: 'times-overlap'; readonly format: string; readonly functions: readonly string[] }
  | { readonly kind: 'profiles-merged'; readonly files: number; readonly mean: boolean; readonly path: string }
  /** `limit`: part of the time before. */
  | { readonly kind: 'slower-than-allowed'; readonly slower: readonly Slowdown[]; readonly limit: number }
  | { readonly kind: 'shares-not-kept'; readonly by: 'process' | 'thread' };

/** `name` null for the total; `share`: part of the time before, null where that was 0. */
export interface Slowdown {
  readonly name: string | null;
  readonly share: number | null;
}

export interface TestRunner {
  readonly name: string;
  /** As it is typed. */
  readonly command: string;
  readonly plugin: string;
  /** The file that the plugin is named in. */
  readonly config: string;
}

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

export type Message = Problem | Hint;

export type CommandName = 'kernts' | `kernts ${string}`;

/** Thrown for what kernts cannot go on from; `main` words it and exits with status 2. */
export class KerntsError extends Error {
  override readonly name = 'KerntsError';
  constructor(readonly problem: Problem) {
    super(sentence(problem));
  }
}

type Wording = { readonly [K in Message['kind']]: (message: Extract<Message, { readonly kind: K }>) => string };

const missed: { readonly [K in SelectorMiss['kind']]: (miss: Extract<SelectorMiss, { readonly kind: K }>) => string } =
  {
    'no-such-file': () =>
      'no file, glob or installed package of that name is there; give a path relative to the working directory, or quote the glob',
    'no-such-package': () => 'no package of that name is installed; check the spelling, or give a file or a glob',
    'no-such-function': ({ file, name, functions }) =>
      functions.length > 0
        ? `${file} has no function ${name}; it has ${shortList(functions)}`
        : `${file} has no function ${name}, nor any other that has a name; leave the name off to profile the whole file`,
    'never-loaded': () => 'the program never loaded a file that it names; check that the path is the file that runs',
  };

const wording: Wording = {
  'unknown-option': ({ option, nearest, command }) => {
    if (nearest !== null) return `There is no option ${option}; did you mean ${nearest}?`;
    const elsewhere = command === 'kernts' ? ", and put the script's own options after the script" : '';
    return `There is no option ${option}; run \`${command} --help\` for those that there are${elsewhere}.`;
  },
  'option-needs-value': ({ option, command }) => `Option ${option} needs a value after it; see \`${command} --help\`.`,
  'bad-option-value': ({ option, value, expected }) => `Option ${option} cannot take '${value}'; give ${expected}.`,
  'option-before-command': ({ option, name, usage }) =>
    `Option ${option} stands before \`${name}\`; write the options behind it: \`kernts ${name} ${usage}\`.`,
  'no-script': () => 'No script to run; type for example `kernts -l -v script.ts`, or `kernts --help`.',
  'no-profile-file': () => 'No profile to show; type for example `kernts view script.ts.lprof`.',
  'format-not-said': ({ outfile, formats }) =>
    `${outfile === null ? 'No format was named' : `The name ${outfile} does not say the format`}; give --format with one of ${formats.join(', ')}.`,
  'binary-for-terminal': ({ format }) => `${format} is binary and would garble the terminal; name a file with -o.`,
  'format-needs-times': ({ format }) =>
    `${format} holds nothing but times, and the profile has only hits (--timing off); choose another format, or profile again without --timing off.`,
  'outfile-is-input': ({ path }) => `${path} is one of the profiles to read; name another file with -o.`,
  'export-too-large': ({ format }) =>
    `The profile is too large for one text of ${format}; export a part of it with --function or --file, or choose another format.`,
  'script-not-found': ({ path, nearest }) =>
    nearest === null
      ? `There is no script ${path}; check the name and the directory you are in.`
      : `There is no script ${path}; did you mean \`kernts ${nearest}\`?`,
  'script-is-directory': ({ path }) => `${path} is a directory; name the script in it that should run.`,
  'script-unreadable': ({ path, cause }) => `Cannot read the script ${path} (${cause}); check its permissions.`,
  'syntax-error': ({ file, line, column, detail, frame }) =>
    `${file}:${line}:${column + 1}: syntax error: ${plain(detail)}; correct it and run again.${frame === '' ? '' : `\n\n${frame}`}`,
  'selector-matches-nothing': ({ selector, reason }) => `-p ${selector} matches nothing: ${miss(reason)}.`,
  'setup-not-found': ({ path }) => `There is no setup file ${path}; check what follows -s.`,
  'setup-unusable': ({ path, cause }) => `The setup file ${path} cannot be used (${cause}); check what follows -s.`,
  'outfile-unwritable': ({ path, cause }) => `Cannot write ${path} (${cause}); choose another place with -o.`,
  'no-temporary-folder': ({ path, cause }) =>
    `Cannot make a temporary folder in ${plain(path)} (${cause}); set TMPDIR to a directory that you can write to.`,
  'options-exclude': ({ options: [one, other] }) => `${one} and ${other} exclude each other; give one of them.`,
  'setup-without-script': () =>
    'A setup file (-s) goes with a script, and neither with a command nor with -m; leave it out.',
  'no-command': () => 'No command to run behind --; type for example `kernts -l -v -- npm test`.',
  'command-not-found': ({ name }) =>
    `There is no command ${name}; check the name, type \`npx ${shellWord(name)}\` for the command of an installed package, or leave out -- for a script.`,
  'command-not-started': ({ name, cause }) =>
    `Cannot run ${name} (${cause}); check that it may be executed, or leave out -- for a script.`,
  'package-not-found': ({ name }) =>
    `There is no package ${name} in this directory's node_modules or those above it; install it, or leave out -m for a script.`,
  'package-has-commands': ({ name, commands }) =>
    `${name} has several commands (${shortList(commands)}); choose one, as in \`kernts -- npx ${shellWord(commands[0] ?? '')}\`.`,
  'package-not-runnable': ({ name, missing }) =>
    missing === null
      ? `${name} has neither a command nor a main file; name the file in it that should run, without -m.`
      : `The command of ${name} is not there (${missing}); build or install it again.`,
  'program-not-started': ({ cause }) =>
    `Cannot start Node for the program (${cause}); check that \`node\` runs in this directory.`,
  'report-unwritable': ({ cause }) =>
    `Cannot write the report (${cause}); send it where there is room, or show less of it with -z.`,
  'profile-unreadable': ({ path, cause }) =>
    `Cannot read ${path} (${cause}); give the .lprof file that a run of kernts wrote.`,
  'profile-too-large': ({ path, mostMegabytes }) =>
    `${path} is larger than ${mostMegabytes} MB, more than a profile comes to; give the .lprof file that a run of kernts wrote.`,
  'glob-matches-no-profile': ({ glob }) =>
    `No file matches ${glob}; check the pattern and the directory you are in, or run \`kernts -l script.ts\` to write a profile.`,
  'no-function-selected': ({ functions }) =>
    functions.length > 0
      ? `No function of the profile is selected; it has ${shortList(functions.map(visible))}.`
      : 'The profile holds no function; mark one with `// @profile` and run kernts again.',
  'diff-takes-two': ({ given }) =>
    `\`kernts diff\` compares two profiles, and ${given} ${given === 1 ? 'is' : 'are'} given; type for example \`kernts diff before.lprof after.lprof\`.`,
  'no-common-function': ({ before, after }) =>
    `${before} and ${after} have no function in common; compare two profiles of the same program.`,
  'diff-untimed': ({ before, after }) =>
    `--fail-above needs times, and one of ${before} and ${after} has only hits (--timing off); profile both with times.`,
  'no-outfile': () =>
    "The merged profile needs a name; give one with -o: `kernts merge -o all.lprof 'runs/**/*.lprof'`.",
  'nothing-to-merge': () => "No profile to merge; type for example `kernts merge -o all.lprof 'runs/**/*.lprof'`.",
  'merged-too-large': ({ files }) =>
    `The ${files} profiles add up to more than a profile can hold (2^53); merge fewer, or take their average with --mean.`,
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

  'no-marks-in-command': ({ command }) =>
    `No Node process of \`${command.map(shellWord).join(' ')}\` loaded anything that is marked; write \`// @profile\` on the line above a function, or name a file to profile with \`-p\`.`,
  'no-marks-in-tests': ({ command, runner: { name, plugin, config } }) =>
    `Nothing that ${command.map(shellWord).join(' ')} loaded is marked, and what ${name} compiles by itself is seen by a plugin alone; add ${plugin} to ${config}, and write \`// @profile\` on the line above a function.`,
  'no-marks': ({ script }) =>
    `Nothing in ${script} or the files it loaded is marked; write \`// @profile\` on the line above a function${orSelect(script)}.`,
  'counts-lost': ({ threads, all, end }) =>
    all
      ? `The program ended by ${end} before it could write its profile, so what it counted is lost; let it end by itself, or by SIGINT or SIGTERM.`
      : `${threads} process${threads === 1 ? '' : 'es'} or worker${threads === 1 ? '' : 's'} of the program ended before writing a profile, so the counts from there are missing; let workers end by themselves.`,
  'still-running': ({ processes }) =>
    `${processes === 1 ? 'A process' : `${processes} processes`} that the program started ${processes === 1 ? 'is' : 'are'} still running after it, so the counts from there are missing; let the program wait for the processes that it starts.`,
  'nothing-ran': () =>
    'The program ended before any marked function was loaded, so there is nothing to report; check that the marked file runs.',
  'selector-missed': ({ selector, reason }) => `-p ${selector} selected nothing: ${miss(reason)}.`,
  'not-woven': ({ file, line, detail }) => `${file}${line === null ? '' : `:${line}`}: ${plain(detail)}.`,
  'profile-written': ({ path }) => `Wrote profile results to ${path}`,
  'profile-so-far-written': ({ path, silent }) =>
    silent === 0
      ? `Wrote the profile so far to ${path}; the program goes on.`
      : `Wrote the profile so far to ${path}, but ${silent} process${silent === 1 ? '' : 'es'} did not answer in time and may have counted more; the program goes on.`,
  'nothing-so-far': () =>
    'No marked function has been loaded so far, so there is no profile to write yet; send the signal again later.',
  'loader-ahead': () =>
    'Another loader compiles TypeScript before kernts sees it, so lines may be missing; put `--import kernts/register` before its own `--import`.',
  'profile-rescued': ({ path }) => `kernts ended before the program, which wrote its profile itself: see ${path}.`,
  'inspect-with': ({ path }) => `Inspect results with: kernts view ${shellWord(path)}`,
  'page-written': ({ path }) => `Wrote a report for the browser to ${path}`,
  'page-not-opened': ({ path, cause }) => `${path} could not be opened (${cause}); open it in a browser yourself.`,
  'source-edited': ({ path }) =>
    `${visible(path)} was edited after the profile was written; the report shows the text that ran.`,
  'newest-profile': ({ path }) => `Showing ${visible(path)}, the newest profile here; name another to see that one.`,
  'shares-not-kept': ({ by }) =>
    `The profile does not say which ${by} had what, for one alone ran or \`kernts merge\` added it up; all is shown together.`,
  'times-overlap': ({ format, functions }) =>
    `The profile does not say what lines took by themselves in ${shortList(functions)}, so sums of ${format} count twice what profiled functions do for these; profile again with this kernts, or read lines one by one.`,
  'profiles-merged': ({ files, mean, path }) =>
    `Wrote the ${mean ? 'mean' : 'sum'} of ${files} profile${files === 1 ? '' : 's'} to ${path}`,
  'slower-than-allowed': ({ slower, limit }) =>
    `More than ${percent(limit)} slower: ${shortList(slower.map(slowdown))}; see the lines with the largest change above.`,
  'sources-differ': ({ path }) =>
    `${visible(path)} changed between the runs that are merged, so each version is listed by itself; view one profile at a time to keep them apart.`,
};

export function sentence(message: Message): string {
  // The table's type pairs each kind with its own variant; TypeScript cannot follow that through an index.
  const word = wording[message.kind] as (message: Message) => string;
  return word(message);
}

function miss(reason: SelectorMiss): string {
  const word = missed[reason.kind] as (reason: SelectorMiss) => string;
  return word(reason);
}

/** What stands for a program that is no file cannot be selected. */
function orSelect(script: string): string {
  return script === '-c' || script === '-' ? '' : `, or name what to profile with \`-p ${shellWord(script)}\``;
}

function slowdown({ name, share }: Slowdown): string {
  const by = share === null ? 'not called before' : `+${percent(share)}`;
  return `${name === null ? 'the total' : visible(name)} (${by})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

/** A parser's text may end in a full stop of its own. */
function plain(detail: string): string {
  return detail.replace(/\.$/, '');
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
