/** How the times came about, in the words that every report uses. */
import type { Listing, Report, Row, Sampling } from '../profile/rows.js';
import { visible } from '../visible-text.js';
import { readableDuration } from './duration.js';
import { fixed } from './number-format.js';

export function samplingText({ byClock, bySampling, samples }: Sampling): string {
  return `auto (${byClock} lines by clock, ${bySampling} by sampling, ${samples.toLocaleString('en')} samples)`;
}

/** Below rows of several listings, where one was sampled. */
export function sampledNote({ probeCostNs }: Sampling): string {
  return `~ These times were sampled; the listings say how exactly. Each hit contains up to ${fixed(probeCostNs, 1)} ns of kernts' own.`;
}

/** What is said below a listing's rows, only where there is something to say. */
export function notesOf(listing: Listing, report: Report): readonly string[] {
  const { timed, sampling } = report;
  return [
    ...(listing.hasSource
      ? []
      : [`The source of ${visible(listing.path)} was not kept in the profile; the numbers stand without it.`]),
    ...(timed && listing.uncertainNs > 0
      ? [
          `+ These times may be too small, by up to ${readableDuration(listing.uncertainNs)} in all: exceptions left the lines where kernts could not see it.`,
        ]
      : []),
    ...(sampling !== null && listing.samplingError !== null
      ? [
          `~ These times were sampled. The standard error of the hottest is ${fixed(listing.samplingError * 100, 1)} %, that of shorter ones larger; each hit contains up to ${fixed(sampling.probeCostNs, 1)} ns of kernts' own.`,
        ]
      : []),
    ...clockNotes(report, listing.rows),
  ];
}

/** Below rows of which one, by the clock, may lack more than a tenth of what a hit took. */
export function clockNotes({ clockErrorNs }: Report, rows: readonly Row[]): readonly string[] {
  const isShort = ({ cells }: Row) =>
    cells !== null && !cells.isSampled && cells.perHitNs !== null && cells.perHitNs < 10 * clockErrorNs;
  if (!rows.some(isShort)) return [];
  return [
    `Times by the clock may be too small, by about ${fixed(clockErrorNs, 1)} ns for each profiled line that ran in them: a part of the clock reading can run beside the line.`,
  ];
}
