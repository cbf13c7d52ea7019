/** What the text behind a flag stands for, or the sentence that refuses it. */
import { KerntsError } from '../messages.js';

export function badValue(option: string, value: string, expected: string): KerntsError {
  return new KerntsError({ kind: 'bad-option-value', option, value, expected });
}

/** `expected` lists the choices where it is left out. */
export function choiceFrom<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw badValue(option, value, alternatives(choices));
  return chosen;
}

export function fileNameFrom(option: string, value: string | undefined): string | null {
  if (value === '') throw badValue(option, '', 'the name of a file');
  return value ?? null;
}

function alternatives(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
