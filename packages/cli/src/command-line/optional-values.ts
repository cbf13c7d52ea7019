/**
 * Commander gives an option with an optional value whatever follows: of `--sort app.ts` it would make an order and run
 * nothing. So only what can be the flag's value is; a bare flag gets written out before commander sees it.
 */
import type { Flag, FlagGroup } from './flag.js';

/** `endsAtOperand`: what follows the first operand belongs to a script. */
export function withOptionalValues(
  argv: readonly string[],
  groups: readonly FlagGroup[],
  endsAtOperand: boolean,
): readonly string[] {
  const flags = groups.flatMap((group) => group.flags);
  const written: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const isOperand = !word.startsWith('-') || word === '-';
    if (word === '--' || (isOperand && endsAtOperand)) return [...written, ...argv.slice(at)];
    const flag = isOperand ? undefined : lastFlagOf(word, flags);
    const next = argv[at + 1];
    if (flag?.optionalValue !== undefined) {
      const { holds, bare } = flag.optionalValue;
      const isGiven = next !== undefined && holds(next);
      written.push(`${word}${word.startsWith('--') ? '=' : ''}${isGiven ? next : bare}`);
      if (isGiven) at++;
      continue;
    }
    written.push(word);
    if (flag !== undefined && / </.test(flag.names) && next !== undefined) {
      written.push(next);
      at++;
    }
  }
  return written;
}

/** Where the options end: the index of `--` or of the first operand, in words that `withOptionalValues` has seen. */
export function firstOperand(argv: readonly string[], groups: readonly FlagGroup[]): number {
  const flags = groups.flatMap((group) => group.flags);
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--' || word === '-' || !word.startsWith('-')) return at;
    if (/ </.test(lastFlagOf(word, flags)?.names ?? '')) at++;
  }
  return argv.length;
}

/** The flag whose value would follow as the next word; undefined where the word holds the value itself, or no flag. */
function lastFlagOf(word: string, flags: readonly Flag[]): Flag | undefined {
  const named = (name: string) => flags.find(({ names }) => names.split(/[ ,]+/).includes(name));
  if (word.startsWith('--')) return named(word);
  const letters = [...word.slice(1)];
  for (const [at, letter] of letters.entries()) {
    const flag = named(`-${letter}`);
    if (flag === undefined) return undefined;
    if (at === letters.length - 1) return flag;
    if (/ [<[]/.test(flag.names)) return undefined;
  }
  return undefined;
}
