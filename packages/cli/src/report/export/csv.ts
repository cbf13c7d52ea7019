/** Comma-separated values (RFC 4180), one record per line that ran. Numbers are plain: nanoseconds, and a share from 0 to 1. */
import { stringify } from 'csv-stringify/sync';
import { type Cells, type Listing, reportFrom } from '../../profile/rows.js';
import { everything } from '../../profile/selection.js';
import { visible } from '../../visible-text.js';
import { distinctPaths } from './distinct-names.js';
import type { ExportInput } from './export-input.js';

type Field = string | number | null;

const places: Readonly<Record<string, (listing: Listing) => Field>> = {
  function: ({ name }) => visible(name),
  function_line: ({ line }) => line,
};

const times: Readonly<Record<string, (cells: Cells) => Field>> = {
  time_ns: ({ timeNs }) => timeNs,
  self_ns: ({ selfNs }) => selfNs,
  per_hit_ns: ({ perHitNs }) => perHitNs,
  share: ({ share }) => share,
  await_ns: ({ awaitNs }) => awaitNs,
  max_ns: ({ maxNs }) => maxNs,
  uncertain_ns: ({ uncertainNs }) => uncertainNs,
  standard_error_ns: ({ standardErrorNs }) => standardErrorNs,
  await_error_ns: ({ awaitErrorNs }) => awaitErrorNs,
};

/** The columns of times are empty where none were taken. */
export function csv({ profile }: ExportInput): string {
  const { timed, listings } = reportFrom(profile, everything);
  const paths = distinctPaths(profile);
  const records = listings.flatMap((listing, at) => {
    const path = visible(paths[profile.functions[at]?.file ?? 0] ?? '');
    const place = [path, ...Object.values(places).map((field) => field(listing))];
    return listing.rows.flatMap(({ line, text, cells }) =>
      cells === null
        ? []
        : [
            [
              ...place,
              line,
              cells.hits,
              ...Object.values(times).map((field) => (timed ? field(cells) : null)),
              visible(text),
            ],
          ],
    );
  });
  const header = ['path', ...Object.keys(places), 'line', 'hits', ...Object.keys(times), 'source'];
  // A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text.
  return stringify([header, ...records], { record_delimiter: 'windows', escape_formulas: true });
}
