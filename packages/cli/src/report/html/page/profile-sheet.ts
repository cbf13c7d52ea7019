/** A listing as a sheet: its numbers beside its source. */
import { visible } from '../../../visible-text.js';
import type { Sheet } from './book.js';
import { element } from './element.js';
import { heatOf } from './heat.js';
import { detailTexts, type LineColumn, lineColumns } from './line-columns.js';
import { linksOf } from './line-links.js';
import { lineRow, linkTo } from './line-row.js';
import type { Metric } from './metrics.js';
import type { OpenListing, ProfileModel } from './profile-model.js';
import { countText, durationNodes } from './shown-number.js';

export function profileSheet(model: ProfileModel, open: OpenListing, metric: Metric): Sheet {
  const { entry, rows, piecesAt } = open;
  const { listing } = entry;
  const heat = heatOf(rows, metric, listing.totalNs);
  const columns = lineColumns(
    listing,
    model.timed,
    model.metrics.map(({ key }) => key),
  );
  const classes = columns.map((column) => classOf(column, metric));
  const rowOfLine = new Map(rows.map(({ line }, at) => [line, at]));
  return {
    entry,
    title: titleOf(open),
    notes: listing.notes,
    columns: [
      {
        title: 'Line',
        meaning: 'Line in the source file',
        classes: 'line',
        widthInCharacters: String(rows.at(-1)?.line ?? 0).length,
      },
      ...columns.map(({ title, meaning, widthInCharacters }, at) => ({
        title,
        meaning,
        classes: classes[at] ?? '',
        widthInCharacters,
      })),
    ],
    texts: rows.map(({ text }) => text),
    heat,
    rowAt: (at) =>
      lineRow({
        row: rows[at]!,
        pieces: piecesAt(at),
        links: linksOf(model, open, at),
        columns,
        classes,
        heat: heat[at] ?? null,
      }),
    addressAt: (at) => rows[at]?.line ?? 0,
    rowOf: (line) => rowOfLine.get(line) ?? null,
    detailsAt: (at) => detailsOf(model, open, at),
    linksAt: (at) => linksOf(model, open, at),
  };
}

/** Where there is room for little, the chosen metric's columns remain; before that, the source needs the room of some. */
function classOf({ metric, companionOf }: LineColumn, by: Metric): string {
  if (metric === by.key) return 'number chosen';
  if (companionOf === by.key) return 'number companion';
  return metric === 'self' || metric === 'max' ? 'number other roomy' : 'number other';
}

function titleOf({ entry: { path, line, sums } }: OpenListing): readonly Node[] {
  return [
    element('p', { class: 'where' }, `${visible(path)}:${line}`),
    element(
      'p',
      { class: 'sums' },
      `${countText(sums.calls)} ${sums.calls === 1 ? 'call' : 'calls'}`,
      ...(sums.totalNs > 0 ? [' · ', ...durationNodes(sums.totalNs), ' in all'] : []),
    ),
  ];
}

/** All numbers of a line in words: where columns are hidden, and for readers that cannot see them. */
function detailsOf(model: ProfileModel, open: OpenListing, at: number): readonly Node[] {
  const row = open.rows[at];
  if (row === undefined) return [];
  const texts = row.cells === null ? ['did not run, or holds nothing to run'] : detailTexts(row.cells, model.timed);
  return [
    element('strong', {}, `Line ${row.line}`),
    ...texts.map((text) => element('span', {}, text)),
    ...linksOf(model, open, at).map(({ kind, to }) =>
      kind === 'begins'
        ? element('span', {}, 'begins ', linkTo(to))
        : element('span', {}, 'perhaps calls ', linkTo(to), ' (a guess: the same name)'),
    ),
  ];
}
