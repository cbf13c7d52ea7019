/** The shape of a profile as `@kernts/runtime` documents it; texts are the ends of sentences that begin with a field's name. */

import { PROFILE_FORMAT, type Profile } from '@kernts/runtime';
import * as v from 'valibot';
import { lineBeyondSource } from './beyond-source.js';

const text = v.string('is not a text');
const numeric = v.pipe(
  v.number('is not a number'),
  v.finite('is not a finite number'),
  // Beyond it doubles skip whole numbers: nothing that was counted gets there.
  v.maxValue(2 ** 53, 'is too large to be true'),
);
const amount = v.pipe(numeric, v.minValue(0, 'is negative'));
const count = v.pipe(amount, v.integer('is not a whole number'));
const lineNumber = v.pipe(
  numeric,
  v.integer('is not a whole number'),
  v.minValue(1, 'is not a line (lines count from 1)'),
);

const line = v.object(
  {
    line: lineNumber,
    hits: count,
    timeNs: amount,
    selfNs: v.exactOptional(amount),
    awaitNs: amount,
    maxNs: amount,
    uncertainNs: v.exactOptional(amount),
    samples: v.exactOptional(count),
    standardErrorNs: v.exactOptional(amount),
    awaitErrorNs: v.exactOptional(amount),
  },
  'is not a line record',
);

const lines = v.pipe(
  v.array(line, 'is not a list'),
  v.check(
    (all) => all.every((one, at) => at === 0 || one.line > (all[at - 1]?.line ?? 0)),
    'are not in ascending order',
  ),
);

const listing = v.object(
  {
    name: text,
    file: count,
    markLine: v.nullable(lineNumber),
    line: lineNumber,
    endLine: lineNumber,
    calls: count,
    totalNs: amount,
    lines,
  },
  'is not a function record',
);

const share = v.object(
  {
    pid: count,
    threadId: count,
    command: v.array(text, 'is not a list'),
    startedAt: text,
    wallNs: amount,
    isCutOff: v.boolean('is neither true nor false'),
    functions: v.array(
      v.object({ fn: count, calls: count, totalNs: amount, lines }, 'is not a function share'),
      'is not a list',
    ),
  },
  'is not a thread share',
);

const profile = v.object({
  format: v.literal(PROFILE_FORMAT),
  version: v.pipe(v.number('is not a number'), v.integer('is not a whole number'), v.minValue(1, 'is below 1')),
  unitNs: v.literal(1, 'is not 1'),
  command: v.array(text, 'is not a list'),
  node: text,
  startedAt: text,
  wallNs: amount,
  timing: v.object(
    {
      mode: v.picklist(['auto', 'exact', 'off'], 'is not auto, exact or off'),
      probeCostNs: amount,
      readings: count,
      probeErrorNs: v.exactOptional(amount),
      samples: v.exactOptional(count),
      sampledProbeCostNs: v.exactOptional(amount),
    },
    'is missing',
  ),
  files: v.array(
    v.object(
      {
        path: text,
        sha256: text,
        source: v.nullable(text),
      },
      'is not a file record',
    ),
    'is not a list',
  ),
  functions: v.array(listing, 'is not a list'),
  shares: v.exactOptional(v.array(share, 'is not a list')),
});

/** The first thing wrong: a path such as `functions.0.lines.3.hits` and what is wrong with it. */
export interface Defect {
  readonly where: string;
  readonly defect: string;
}

export function checkProfile(value: unknown): { readonly profile: Profile } | Defect {
  const result = v.safeParse(profile, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const isMissing = issue.received === 'undefined';
    return { where: v.getDotPath(issue) ?? 'the whole', defect: isMissing ? 'is missing' : issue.message };
  }
  const fileCount = result.output.files.length;
  const stray = result.output.functions.findIndex(({ file }) => file >= fileCount);
  if (stray >= 0)
    return {
      where: `functions.${stray}.file`,
      defect: `names a file that is not there (the profile has ${fileCount})`,
    };
  const functionCount = result.output.functions.length;
  const strayShare = result.output.shares?.findIndex(({ functions }) =>
    functions.some(({ fn }) => fn >= functionCount),
  );
  if (strayShare !== undefined && strayShare >= 0)
    return {
      where: `shares.${strayShare}.functions`,
      defect: `name a function that is not there (the profile has ${functionCount})`,
    };
  const upsideDown = result.output.functions.findIndex(({ line: first, endLine }) => endLine < first);
  if (upsideDown >= 0)
    return { where: `functions.${upsideDown}.endLine`, defect: 'lies before the line on which the function begins' };
  const beyond = lineBeyondSource(result.output);
  if (beyond !== null)
    return { where: beyond.where, defect: `lies behind the last line of the source (${beyond.lines})` };
  return { profile: result.output };
}
