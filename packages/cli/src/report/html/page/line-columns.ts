/** The numbers of a source line: which columns a listing has, and what stands in their cells. */
import type { Cells } from '../../../profile/rows.js';
import { readableDuration } from '../../duration.js';
import type { PackedListing } from '../page-data.js';
import type { MetricKey } from './metrics.js';
import { countText, durationNodes, percentText } from './shown-number.js';

export interface LineColumn {
  readonly title: string;
  /** What the header's tooltip and the help say. */
  readonly meaning: string;
  /** The metric whose number stands here; null for a column that belongs to `companionOf`. */
  readonly metric: MetricKey | null;
  /** Shown beside this metric where there is room for little. */
  readonly companionOf: MetricKey | null;
  /** What its widest number takes. */
  readonly widthInCharacters: number;
  readonly nodes: (cells: Cells) => readonly (Node | string)[];
}

export function lineColumns(
  { shows, samplingError, cells }: PackedListing,
  timed: boolean,
  offered: readonly MetricKey[],
): readonly LineColumn[] {
  const mostHits = cells.reduce((most, [, hits]) => Math.max(most, hits), 0);
  const columns: readonly (LineColumn & { readonly isShown: boolean })[] = [
    {
      title: 'Hits',
      meaning: 'How often the line began',
      metric: 'hits',
      companionOf: null,
      widthInCharacters: Math.max(countText(mostHits).length, 6),
      nodes: ({ hits }) => [countText(hits)],
      isShown: true,
    },
    {
      title: 'Time',
      meaning: 'Wall time on the line, with all that it calls',
      metric: 'time',
      companionOf: null,
      widthInCharacters: 10.5,
      nodes: ({ timeNs, isUncertain, isSampled }) => [
        ...durationNodes(timeNs),
        `${isUncertain ? '+' : ''}${isSampled ? '~' : ''}`.padEnd(2, '\u00a0'),
      ],
      isShown: timed,
    },
    {
      title: 'Self',
      meaning: 'Part of Time that no profiled function had which the line called; ? where that is not known',
      metric: 'self',
      companionOf: null,
      widthInCharacters: 9,
      nodes: ({ selfNs }) => (selfNs === null ? ['?'] : durationNodes(selfNs)),
      isShown: offered.includes('self'),
    },
    {
      title: '± Error',
      meaning: 'Standard error of a sampled time',
      metric: null,
      companionOf: null,
      widthInCharacters: 9,
      nodes: ({ isSampled, standardErrorNs }) => (isSampled ? ['±\u00a0', ...durationNodes(standardErrorNs)] : []),
      isShown: timed && samplingError !== null,
    },
    {
      title: '% Time',
      meaning: 'Share of the function’s total time',
      metric: null,
      companionOf: 'time',
      widthInCharacters: 6,
      nodes: ({ share }) => (share === null ? [] : [percentText(share)]),
      isShown: timed,
    },
    {
      title: 'Per hit',
      meaning: 'Time / Hits',
      metric: 'per-hit',
      companionOf: null,
      widthInCharacters: 9,
      nodes: ({ perHitNs }) => (perHitNs === null ? [] : durationNodes(perHitNs)),
      isShown: timed,
    },
    {
      title: 'Await',
      meaning: 'Time that await or yield waited',
      metric: 'await',
      companionOf: null,
      widthInCharacters: 9,
      nodes: ({ awaitNs, awaitErrorNs }) =>
        awaitNs > 0 ? [...durationNodes(awaitNs), awaitErrorNs > 0 ? '~' : '\u00a0'] : [],
      isShown: shows.await && offered.includes('await'),
    },
    {
      title: 'Max',
      meaning: 'Longest single time on the line',
      metric: 'max',
      companionOf: null,
      widthInCharacters: 9,
      nodes: ({ maxNs }) => (maxNs > 0 ? durationNodes(maxNs) : []),
      isShown: timed,
    },
  ];
  return columns.filter(({ isShown }) => isShown);
}

/** All that is known of a line, for its details. */
export function detailTexts(cells: Cells, timed: boolean): readonly string[] {
  const hits = `${countText(cells.hits)} ${cells.hits === 1 ? 'hit' : 'hits'}`;
  if (!timed) return [hits];
  return [
    hits,
    `time ${readableDuration(cells.timeNs)}`,
    ...(cells.selfNs === null ? [] : [`self ${readableDuration(cells.selfNs)}`]),
    ...(cells.isSampled ? [`sampled, standard error ±${readableDuration(cells.standardErrorNs)}`] : []),
    ...(cells.isUncertain ? [`too small by up to ${readableDuration(cells.uncertainNs)}`] : []),
    ...(cells.share === null ? [] : [`${percentText(cells.share)} % of the function’s total`]),
    ...(cells.perHitNs === null ? [] : [`per hit ${readableDuration(cells.perHitNs)}`]),
    ...(cells.awaitNs > 0
      ? [
          `await ${readableDuration(cells.awaitNs)}${cells.awaitErrorNs > 0 ? ` (standard error ±${readableDuration(cells.awaitErrorNs)})` : ''}`,
        ]
      : []),
    `max ${readableDuration(cells.maxNs)}`,
  ];
}
