/**
 * Everything kernts has to say, as values: a variant names what happened and carries where; `sentence` alone words it.
 * A sentence says what happened, where, and what to do next, and ends with a full stop.
 */

import { type CommandLineProblem, commandLine } from './messages/command-line.js';
import { type ComparingHint, type ComparingProblem, comparing } from './messages/comparing.js';
import { type ReadingHint, type ReadingProblem, reading } from './messages/reading.js';
import { type RunningHint, running } from './messages/running.js';
import { type SelectingHint, type SelectingProblem, selecting } from './messages/selecting.js';
import { type StartingProblem, starting } from './messages/starting.js';
import { type Wording, worded } from './messages/wording.js';
import { type WritingHint, type WritingProblem, writing } from './messages/writing.js';

/** Stops kernts: reported on stderr, exit status 2. */
export type Problem =
  | CommandLineProblem
  | StartingProblem
  | SelectingProblem
  | ReadingProblem
  | WritingProblem
  | ComparingProblem;

/** The work goes on, or is done; said on stderr unless `-q`. */
export type Hint = RunningHint | SelectingHint | ReadingHint | WritingHint | ComparingHint;

export type Message = Problem | Hint;

const wording: Wording<Message> = {
  ...commandLine,
  ...starting,
  ...selecting,
  ...running,
  ...reading,
  ...writing,
  ...comparing,
};

export function sentence(message: Message): string {
  return worded(wording, message);
}

/** Thrown for what kernts cannot go on from; `main` words it and exits with status 2. */
export class KerntsError extends Error {
  override readonly name = 'KerntsError';
  constructor(readonly problem: Problem) {
    super(sentence(problem));
  }
}
