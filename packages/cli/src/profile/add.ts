/** What two profiles say of the same function, added up. */
import type { ProfiledFunction, ProfiledLine } from '@kernts/runtime';

/** Name and place are those of `a`. */
export function addFunctions(a: ProfiledFunction, b: ProfiledFunction): ProfiledFunction {
  const lines = new Map(a.lines.map((line) => [line.line, line]));
  for (const line of b.lines) {
    const known = lines.get(line.line);
    lines.set(line.line, known === undefined ? line : addLines(known, line));
  }
  return {
    ...a,
    markLine: a.markLine ?? b.markLine,
    endLine: Math.max(a.endLine, b.endLine),
    calls: a.calls + b.calls,
    totalNs: a.totalNs + b.totalNs,
    lines: [...lines.values()].sort((one, other) => one.line - other.line),
  };
}

/** Known where both are; a line without time has none of its own. */
function addSelf(a: ProfiledLine, b: ProfiledLine): number | undefined {
  const selfOf = ({ selfNs, timeNs }: ProfiledLine) => selfNs ?? (timeNs === 0 ? 0 : Number.NaN);
  const selfNs = selfOf(a) + selfOf(b);
  return Number.isNaN(selfNs) || (a.selfNs === undefined && b.selfNs === undefined) ? undefined : selfNs;
}

function addLines(a: ProfiledLine, b: ProfiledLine): ProfiledLine {
  const uncertainNs = (a.uncertainNs ?? 0) + (b.uncertainNs ?? 0);
  const awaitErrorNs = Math.hypot(a.awaitErrorNs ?? 0, b.awaitErrorNs ?? 0);
  const isSampled = a.samples !== undefined || b.samples !== undefined;
  const selfNs = addSelf(a, b);
  return {
    line: a.line,
    hits: a.hits + b.hits,
    timeNs: a.timeNs + b.timeNs,
    ...(selfNs !== undefined && { selfNs }),
    awaitNs: a.awaitNs + b.awaitNs,
    maxNs: Math.max(a.maxNs, b.maxNs),
    ...(uncertainNs > 0 ? { uncertainNs } : {}),
    ...(isSampled && {
      samples: (a.samples ?? 0) + (b.samples ?? 0),
      standardErrorNs: Math.hypot(a.standardErrorNs ?? 0, b.standardErrorNs ?? 0),
    }),
    ...(awaitErrorNs > 0 && { awaitErrorNs }),
  };
}
