/** What lines and functions have had so far that are open, on top of what is booked. Changes nothing. */
import type { CountedFile } from './slots.js';
import type { StackView } from './stack-view.js';

/** Time in ms and the clock readings in it. */
export interface Span {
  readonly time: number;
  readonly readings: number;
}

export const NO_SPAN: Span = { time: 0, readings: 0 };

export function sumOf(a: Span, b: Span): Span {
  return { time: a.time + b.time, readings: a.readings + b.readings };
}

/** By site, and by function. */
export interface OpenSpans {
  readonly lines: ReadonlyMap<number, Span>;
  /** Of those of each line the longest: a recursion has it open several times. */
  readonly longest: ReadonlyMap<number, Span>;
  /** Part of `lines`: in what they called. */
  readonly callees: ReadonlyMap<number, Span>;
  readonly totals: ReadonlyMap<number, Span>;
}

/** `moment`: of the virtual clock, in ms, and the readings until then. */
export function openSpans(file: CountedFile, { stack, published, top }: StackView, moment: Span): OpenSpans {
  const lines = new Map<number, Span>();
  const longest = new Map<number, Span>();
  const callees = new Map<number, Span>();
  const totals = new Map<number, Span>();
  const add = (spans: Map<number, Span>, at: number, span: Span) =>
    spans.set(at, sumOf(spans.get(at) ?? NO_SPAN, span));
  const isClocked = (depth: number) => stack.owner[depth] !== -1 && (published.entry[depth] ?? 0) === 0;
  const sinceStart = (depth: number): Span => ({
    time: moment.time - stack.start[depth]!,
    readings: moment.readings - stack.startReadings[depth]!,
  });
  for (let depth = 1; depth <= top[0]!; depth++) {
    if (stack.file[depth] !== file.index || !isClocked(depth)) continue;
    // None where the thread that owns the stack has just put another file's frame there.
    const fn = file.description.activations[stack.activation[depth]!]?.fn;
    if (fn === undefined) continue;
    const site = stack.site[depth]!;
    const line = {
      time: moment.time - stack.lineStart[depth]!,
      readings: moment.readings - stack.lineReadings[depth]!,
    };
    add(lines, site, line);
    if (line.time > (longest.get(site)?.time ?? 0)) longest.set(site, line);
    if (!totals.has(fn)) totals.set(fn, sinceStart(depth));
    // As `creditCaller` and `chargeLine` will, once they end.
    const holder = site === 0 ? stack.lineBelow[depth]! : depth;
    if (!isClocked(holder)) continue;
    if (depth < top[0]! && isClocked(depth + 1)) add(callees, stack.site[holder]!, sinceStart(depth + 1));
    if (site === 0) add(callees, stack.site[holder]!, { time: -line.time, readings: -line.readings });
  }
  return { lines, longest, callees, totals };
}
