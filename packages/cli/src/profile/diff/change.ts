/** A time before and after, and how much of the difference the measurement itself may be. */
import type { Cells, Listing, Report } from '../rows.js';

export interface Change {
  readonly beforeNs: number;
  readonly afterNs: number;
  /** Negative where it got faster. */
  readonly changeNs: number;
  /** Part of `beforeNs`; null where that is 0. */
  readonly share: number | null;
  /**
   * What the profiles know of their own error: two standard errors of what was sampled (95 %), what exceptions hid, and
   * what the probes of sampled hits may weigh that came or went. How runs differ among themselves is not in it.
   */
  readonly noiseNs: number;
  /** Not larger than that. */
  readonly isNoise: boolean;
}

/** What a time is known to be wrong by. */
export interface Measured {
  readonly timeNs: number;
  readonly standardErrorNs: number;
  readonly uncertainNs: number;
  /** At most; in the hits that were sampled. */
  readonly probesNs: number;
}

export function changeOf(before: Measured, after: Measured): Change {
  const changeNs = after.timeNs - before.timeNs;
  const noiseNs =
    2 * Math.hypot(before.standardErrorNs, after.standardErrorNs) +
    before.uncertainNs +
    after.uncertainNs +
    Math.abs(after.probesNs - before.probesNs);
  return {
    beforeNs: before.timeNs,
    afterNs: after.timeNs,
    changeNs,
    share: before.timeNs > 0 ? changeNs / before.timeNs : null,
    noiseNs,
    isNoise: Math.abs(changeNs) <= noiseNs,
  };
}

export function measuredLine(cells: Cells | null, { sampling }: Report): Measured {
  if (cells === null) return nothing;
  const { timeNs, standardErrorNs, uncertainNs, isSampled, hits } = cells;
  return { timeNs, standardErrorNs, uncertainNs, probesNs: isSampled ? hits * (sampling?.probeCostNs ?? 0) : 0 };
}

/** Samples fall independently of each other: the square of their error belongs to the own part as the time does. */
export function measuredOwn(cells: Cells, report: Report): Measured {
  const whole = measuredLine(cells, report);
  const ownNs = cells.selfNs ?? whole.timeNs;
  const part = whole.timeNs > 0 ? ownNs / whole.timeNs : 1;
  return { ...whole, timeNs: ownNs, standardErrorNs: whole.standardErrorNs * Math.sqrt(part) };
}

/** The errors of its lines, which are what its own total is made of. */
export function measuredFunction({ rows, totalNs }: Listing, report: Report): Measured {
  const lines = rows.map(({ cells }) => measuredLine(cells, report));
  return { ...measuredTogether(lines), timeNs: totalNs };
}

/** Times that were measured apart: their errors are independent. */
export function measuredTogether(parts: readonly Measured[]): Measured {
  return parts.reduce(
    (sum, part) => ({
      timeNs: sum.timeNs + part.timeNs,
      standardErrorNs: Math.hypot(sum.standardErrorNs, part.standardErrorNs),
      uncertainNs: sum.uncertainNs + part.uncertainNs,
      probesNs: sum.probesNs + part.probesNs,
    }),
    nothing,
  );
}

const nothing: Measured = { timeNs: 0, standardErrorNs: 0, uncertainNs: 0, probesNs: 0 };
