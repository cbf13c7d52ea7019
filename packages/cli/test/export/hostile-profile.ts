import type { Profile } from '@kernts/runtime';
import { fileOf, functionOf, lineOf, profileOf } from '../sample-profile.js';

/** What one format or another would take for its own syntax. */
export const hostileNames: readonly string[] = [
  'plain',
  'f\nfn=(7) g\n5 99 99',
  'a;b;c',
  'it`s ```code```',
  '=HYPERLINK("http://localhost/","x")',
  '(1)',
  '(2) x',
  '# comment',
  'ünï→日本語😀',
  'x'.repeat(5000),
  '',
  ' spaced ',
  'a:b:c',
  'op<T>(x) [y]',
  '<module>',
  '<anonymous>',
  '<anonymous>',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '"q",\r\n"r"',
  '\u001b[31mred',
  'totals: 5',
  'end_of_record',
  'a\u2028b',
  '<script>alert(1)</script>',
  '__proto__',
];

export const hostilePath = 'odd dir/a;b#(2) =x`"<b>.ts';

/** A function of each name on a line of its own, which contains the name again; line `n` has `n` hits of 1 µs in all. */
export function hostileProfile(parts: Partial<Profile> = {}): Profile {
  const source = ['', ...hostileNames.map((name) => name.replace(/\r\n|[\n\r\u2028]/g, ' '))].join('\n');
  const functions = hostileNames.map((name, at) => {
    const line = at + 2;
    const lines = [lineOf({ line, hits: line, timeNs: line * 1000, maxNs: 1000 })];
    return functionOf({ name, markLine: null, line, endLine: line, calls: line, totalNs: line * 1000, lines });
  });
  const command = ['a\nb`', '=1', '--x'];
  return profileOf({ command, files: [fileOf({ path: hostilePath, source })], functions, ...parts });
}

/** Of all lines of {@link hostileProfile}. */
export const hostileTotals = {
  hits: hostileNames.reduce((sum, _, at) => sum + at + 2, 0),
  ns: hostileNames.reduce((sum, _, at) => sum + (at + 2) * 1000, 0),
};
