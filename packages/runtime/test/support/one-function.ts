import type { SiteTable } from '../../src/probe-abi.js';
import { type FileSlots, makeSlots } from '../../src/slots.js';

/** A file with one function, activation 1; `line` from site 0 on, `calls` as in `ActivationDescription`. */
export function oneFunction(calls: number, sites: Pick<SiteTable, 'line' | 'follower'>): FileSlots {
  const { line } = sites;
  const zeros = line.map(() => 0);
  return makeSlots({
    path: 'a.js',
    sha256: '',
    functions: [{ name: 'f', markLine: null, line: 1, endLine: Math.max(...line) }],
    activations: [line.length, calls].map((at) => ({ fn: 0, own: true, calls: at })),
    sites: { ...sites, column: zeros, fn: zeros },
  });
}
