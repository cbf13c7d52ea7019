/**
 * C's `%.Nf` and `%.Pg`, which line_profiler prints with. JavaScript rounds an exact tie away from zero where C takes
 * the even digit (0.25 → `0.3`, C: `0.2`), and its exponents have one digit less. Values are finite and not negative.
 */

/** More digits than separate any double of these magnitudes from a tie. */
const enoughDigits = 60;

/** `%.{decimals}f` */
export function fixed(value: number, decimals: number): string {
  // From here on `toFixed` changes to exponents; such a double is an integer.
  if (value >= 1e21) return decimals === 0 ? String(BigInt(value)) : `${BigInt(value)}.${'0'.repeat(decimals)}`;
  return tieToEven(value.toFixed(decimals), value.toFixed(decimals + 1), value.toFixed(decimals + enoughDigits));
}

/** `%.{precision}g` */
export function general(value: number, precision = 6): string {
  if (value === 0) return '0';
  const [mantissa, exponent] = scientific(value, precision - 1);
  if (exponent >= -4 && exponent < precision) return withoutTrailingZeros(fixed(value, precision - 1 - exponent));
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${withoutTrailingZeros(mantissa)}e${exponent < 0 ? '-' : '+'}${digits}`;
}

function scientific(value: number, decimals: number): readonly [mantissa: string, exponent: number] {
  const split = (digits: number): readonly [string, number] => {
    const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
    return [mantissa, Number(exponent)];
  };
  const [rounded, exponent] = split(decimals);
  const [finer, finerExponent] = split(decimals + 1);
  // A tie that carries (9.995 → 1.00e1) rounds up to an even digit, as C does.
  if (exponent !== finerExponent) return [rounded, exponent];
  return [tieToEven(rounded, finer, split(decimals + enoughDigits)[0]), exponent];
}

/** `rounded` is JavaScript's, `finer` has one digit more, `exact` many more. */
function tieToEven(rounded: string, finer: string, exact: string): string {
  const isTie = finer.endsWith('5') && exact === finer.padEnd(exact.length, '0');
  const isOdd = Number(rounded.at(-1)) % 2 === 1;
  return isTie && isOdd ? finer.slice(0, -1).replace(/\.$/, '') : rounded;
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
