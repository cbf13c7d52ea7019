/** Several profiles as one: what the same line of the same source got adds up. Pure; order is that of first appearance. */
import type { Profile, ProfiledFile, ProfiledFunction, ProfiledLine, ThreadShare, Timing } from '@kernts/runtime';

/** Null for none. Command, Node version and start are the first profile's. Each is done with before the next is asked for. */
export function mergeProfiles(profiles: Iterable<Profile>): Profile | null {
  let first: Profile | undefined;
  let wallNs = 0;
  const timings: Timing[] = [];
  const files = new Map<string, ProfiledFile>();
  const functions = new Map<string, ProfiledFunction>();
  const fileIndices = new Map<string, number>();
  const functionIndices = new Map<string, number>();
  const shares: ThreadShare[] = [];

  for (const profile of profiles) {
    first ??= profile;
    // Processes of one run overlap; the longest is the one that the others ran under.
    wallNs = Math.max(wallNs, profile.wallNs);
    timings.push(profile.timing);
    const keys = profile.files.map(({ path, sha256 }) => JSON.stringify([path, sha256]));
    profile.files.forEach((file, at) => {
      const key = keys[at] ?? '';
      const known = files.get(key);
      if (known === undefined) fileIndices.set(key, files.size);
      files.set(key, known === undefined || (known.source === null && file.source !== null) ? file : known);
    });
    const functionKeys = profile.functions.map(({ file, name, line }) =>
      JSON.stringify([keys[file] ?? '', name, line]),
    );
    for (const [at, fn] of profile.functions.entries()) {
      const fileKey = keys[fn.file] ?? '';
      const key = functionKeys[at] ?? '';
      const known = functions.get(key);
      if (known === undefined) functionIndices.set(key, functions.size);
      functions.set(
        key,
        known === undefined ? { ...fn, file: fileIndices.get(fileKey) ?? 0 } : addFunctions(known, fn),
      );
    }
    if (profile.shares !== undefined)
      shares.push(...profile.shares.map((share) => withIndices(share, functionKeys, functionIndices)));
  }

  if (first === undefined) return null;
  return {
    ...first,
    wallNs,
    timing: mergeTimings(timings),
    files: [...files.values()],
    functions: [...functions.values()],
    ...(shares.length > 0 && { shares }),
  };
}

function withIndices(
  share: ThreadShare,
  functionKeys: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): ThreadShare {
  return {
    ...share,
    functions: share.functions.map((one) => ({ ...one, fn: indexOf.get(functionKeys[one.fn] ?? '') ?? 0 })),
  };
}

function addFunctions(a: ProfiledFunction, b: ProfiledFunction): ProfiledFunction {
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

function addLines(a: ProfiledLine, b: ProfiledLine): ProfiledLine {
  const uncertainNs = (a.uncertainNs ?? 0) + (b.uncertainNs ?? 0);
  const awaitErrorNs = Math.hypot(a.awaitErrorNs ?? 0, b.awaitErrorNs ?? 0);
  const isSampled = a.samples !== undefined || b.samples !== undefined;
  return {
    line: a.line,
    hits: a.hits + b.hits,
    timeNs: a.timeNs + b.timeNs,
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

/** Modes that differ: any time at all makes it a timed profile, sampling anywhere makes it `auto`. */
function mergeTimings(timings: readonly Timing[]): Timing {
  const modes = timings.map(({ mode }) => mode);
  const readings = timings.reduce((sum, timing) => sum + timing.readings, 0);
  const costs = timings.reduce((sum, timing) => sum + timing.probeCostNs * timing.readings, 0);
  return {
    mode: modes.includes('auto') ? 'auto' : modes.includes('exact') ? 'exact' : 'off',
    probeCostNs:
      readings > 0
        ? Math.round((costs / readings) * 10) / 10
        : Math.max(...timings.map(({ probeCostNs }) => probeCostNs)),
    readings,
    ...(modes.includes('auto') && {
      samples: timings.reduce((sum, timing) => sum + (timing.samples ?? 0), 0),
      sampledProbeCostNs: Math.max(...timings.map((timing) => timing.sampledProbeCostNs ?? 0)),
    }),
  };
}
