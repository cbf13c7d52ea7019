/** What the text behind a flag stands for, or the sentence that refuses it. */
import { KerntsError } from '../messages.js';

export function badValue(option: string, value: string, expected: string): KerntsError {
  return new KerntsError({ kind: 'bad-option-value', option, value, expected });
}

export function choiceFrom<const T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw badValue(option, value, alternatives(choices));
  return chosen;
}

/** Separated by commas, none twice. */
export function choicesFrom<T extends string>(option: string, value: string, choices: readonly T[]): readonly T[] {
  const chosen = listFrom([value]).map((one) => choiceFrom(option, one, choices));
  if (chosen.length === 0) throw badValue(option, value, `a list such as ${choices.join(',')}`);
  return [...new Set(chosen)];
}

export function fileNameFrom(option: string, value: string | undefined): string | null {
  if (value === '') throw badValue(option, '', 'the name of a file');
  return value ?? null;
}

export function countFrom(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw badValue(option, value, 'a whole number from 1 to 999999999');
  return Number(value);
}

/** As a part of 1; with or without the sign. */
export function percentFrom(option: string, value: string, most: number): number {
  const [, digits] = /^(\d+\.?\d*|\.\d+)\s*%?$/.exec(value.trim()) ?? [];
  const percent = digits === undefined ? Number.NaN : Number(digits);
  if (!(percent <= most)) throw badValue(option, value, `a percentage from 0 to ${most}, such as 5 or 5%`);
  return percent / 100;
}

/** All values of a flag that repeats. A comma inside a glob's braces does not separate. */
export function listFrom(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(/,(?![^{]*\})/))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function alternatives(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

/** Not the empty text, which JavaScript takes for 0. */
export function isNumber(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
