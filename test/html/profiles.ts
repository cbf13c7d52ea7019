/** Profiles made for pages. */
import type { Profile, ProfiledFile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';

export function profileWith(files: readonly ProfiledFile[], functions: readonly ProfiledFunction[]): Profile {
  return {
    format: 'kernts-lprof',
    version: 1,
    unitNs: 1,
    command: ['orders.ts'],
    node: 'v20.20.2',
    startedAt: '2026-01-02T03:04:05.000Z',
    wallNs: 2e9,
    timing: { mode: 'auto', probeCostNs: 40, readings: 10, samples: 1204, sampledProbeCostNs: 2 },
    files,
    functions,
  };
}

export function fileWith(path: string, source: string): ProfiledFile {
  return { path, sha256: 'aa', source };
}

export function functionWith(
  name: string,
  line: number,
  totalNs: number,
  lines: readonly ProfiledLine[],
  calls = 1,
): ProfiledFunction {
  const endLine = Math.max(line, lines.at(-1)?.line ?? line);
  return { name, file: 0, markLine: null, line, endLine, calls, totalNs, lines };
}

export function lineWith(line: number, hits: number, timeNs: number, more: Partial<ProfiledLine> = {}): ProfiledLine {
  return { line, hits, timeNs, awaitNs: 0, maxNs: timeNs, ...more };
}

const source = `function total(orders) {
  let sum = 0;
  for (const order of orders) sum += price(order);
  return round(sum);
}
function price(order) {
  return order.amount * rate(order.currency);
}
async function load() {
  return await fetch('orders');
}`;

/** `total` has the most time, `price` the most hits, `load` waits. */
export const orders = profileWith(
  [fileWith('orders.ts', source)],
  [
    functionWith('total', 1, 90e6, [lineWith(2, 1, 1e3), lineWith(3, 11, 80e6), lineWith(4, 1, 9e6)]),
    functionWith('price', 6, 70e6, [lineWith(7, 5_000, 70e6, { samples: 70, standardErrorNs: 8e6 })], 5_000),
    functionWith('load', 9, 2e6, [lineWith(10, 1, 2e6, { awaitNs: 40e6, uncertainNs: 1e6 })]),
  ],
);

export const fasterOrders = profileWith(
  [fileWith('orders.ts', source.replace('  let sum = 0;', '  let sum = 0;\n  const seen = new Set();'))],
  [
    functionWith('total', 1, 30e6, [
      lineWith(2, 1, 1e3),
      lineWith(3, 1, 1e3),
      lineWith(4, 11, 20e6),
      lineWith(5, 1, 9e6),
    ]),
    functionWith('price', 7, 90e6, [lineWith(8, 5_000, 90e6)], 5_000),
  ],
);

/** Each text tries to be markup, to end what holds it, or to hide what it is. */
export const hostileTexts: readonly string[] = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '--></style><svg onload=alert(3)>',
  'user\u202e;nimda // \u2066check\u2069',
  'null\0byte \u001b[2J',
  'javascript:alert(4)//\'"`',
  '\u2028alert(6)\u2029',
  '\ud800 half',
  '<module> & <b>bold</b> &lt;i&gt;',
];

export const hostile = profileWith(
  hostileTexts.map((text) => fileWith(text, `${text.replace(/[\u2028\u2029]/g, '')}\n`)),
  hostileTexts.map((text, file) => ({ ...functionWith(text, 1, 1e6, [lineWith(1, 1, 1e6)]), file })),
);

/** One function of so many lines. */
export function longProfile(lines: number): Profile {
  const texts = Array.from(
    { length: lines },
    (_, at) => `  const value${at} = compute(${at}, 'some text', ${at} % 7); // ${at}`,
  );
  const numbers = texts.map((_, at) => lineWith(at + 1, at % 1000, (at % 997) * 1e3));
  return profileWith([fileWith('long.ts', texts.join('\n'))], [functionWith('long', 1, 1e9, numbers)]);
}
