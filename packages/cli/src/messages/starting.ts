/** The program cannot be started. */
import { shortList } from '../short-list.js';
import { plain, shellWord, type Wording } from './wording.js';

/** `line` 1-based; `column` 0-based, counted from 1 in the sentence; `frame` several lines of source, or empty. */
export interface SyntaxErrorProblem {
  readonly kind: 'syntax-error';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly detail: string;
  readonly frame: string;
}

export type StartingProblem =
  /** `nearest`: a command of kernts that may have been meant. */
  | { readonly kind: 'script-not-found'; readonly path: string; readonly nearest: string | null }
  | { readonly kind: 'script-is-directory'; readonly path: string }
  | { readonly kind: 'script-unreadable'; readonly path: string; readonly cause: string }
  | SyntaxErrorProblem
  | { readonly kind: 'setup-not-found'; readonly path: string }
  | { readonly kind: 'setup-unusable'; readonly path: string; readonly cause: string }
  | { readonly kind: 'command-not-found'; readonly name: string }
  | { readonly kind: 'command-not-started'; readonly name: string; readonly cause: string }
  | { readonly kind: 'package-not-found'; readonly name: string }
  | { readonly kind: 'package-has-commands'; readonly name: string; readonly commands: readonly string[] }
  /** `missing`: the file that it names as its command; null where it names none. */
  | { readonly kind: 'package-not-runnable'; readonly name: string; readonly missing: string | null }
  | { readonly kind: 'program-not-started'; readonly cause: string }
  | { readonly kind: 'no-temporary-folder'; readonly path: string; readonly cause: string };

export const starting: Wording<StartingProblem> = {
  'script-not-found': ({ path, nearest }) =>
    nearest === null
      ? `There is no script ${path}; check the name and the directory you are in.`
      : `There is no script ${path}; did you mean \`kernts ${nearest}\`?`,
  'script-is-directory': ({ path }) => `${path} is a directory; name the script in it that should run.`,
  'script-unreadable': ({ path, cause }) => `Cannot read the script ${path} (${cause}); check its permissions.`,
  'syntax-error': ({ file, line, column, detail, frame }) =>
    `${file}:${line}:${column + 1}: syntax error: ${plain(detail)}; correct it and run again.${frame === '' ? '' : `\n\n${frame}`}`,
  'setup-not-found': ({ path }) => `There is no setup file ${path}; check what follows -s.`,
  'setup-unusable': ({ path, cause }) => `The setup file ${path} cannot be used (${cause}); check what follows -s.`,
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
  'no-temporary-folder': ({ path, cause }) =>
    `Cannot keep temporary files in ${plain(path)} (${cause}); set TMPDIR to a directory that you can write to.`,
};
