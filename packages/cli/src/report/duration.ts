const steps = [
  { suffix: 'ns', ns: 1 },
  { suffix: 'µs', ns: 1e3 },
  { suffix: 'ms', ns: 1e6 },
  { suffix: 's', ns: 1e9 },
] as const;

/** Three digits and the unit that suits them: `310 ns`, `12.0 µs`, `34.5 ms`, `1.20 s`. */
export function readableDuration(ns: number): string {
  if (ns === 0) return '0 ns';
  for (const { suffix, ns: unitNs } of steps) {
    const digits = (ns / unitNs).toPrecision(3);
    // Judged after rounding: 999.7 ns is 1.00 µs, not 1.00e+3 ns.
    if (Number(digits) < 1000) return `${digits} ${suffix}`;
  }
  return `${(ns / 1e9).toFixed(0)} s`;
}
