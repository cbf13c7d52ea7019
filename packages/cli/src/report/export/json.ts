/** The report as data, for tools and language models. Its shape is documented in docs/exporting.md and changes with `version` only. */
import { type Cells, type Listing, type Row, reportFrom } from '../../profile/rows.js';
import { everything } from '../../profile/selection.js';
import type { ExportInput } from './export-input.js';

export function json({ profile, version }: ExportInput): string {
  const { command, node, startedAt, wallNs, timing } = profile;
  const { timed, listings } = reportFrom(profile, everything);
  const functions = listings.map((listing, at) => functionJson(listing, profile.functions[at]?.file ?? 0, timed));
  return `${JSON.stringify(
    {
      format: 'kernts-report',
      version: 1,
      exporter: `kernts ${version}`,
      command,
      node,
      startedAt,
      wallNs,
      timing,
      files: profile.files.map(({ path, sha256 }) => ({ path, sha256 })),
      functions,
    },
    null,
    1,
  )}\n`;
}

function functionJson({ name, path, line, calls, totalNs, rows }: Listing, file: number, timed: boolean): object {
  return {
    name,
    path,
    file,
    line,
    calls,
    totalNs: timed ? totalNs : null,
    perCallNs: timed && calls > 0 ? totalNs / calls : null,
    lines: rows.map((row) => lineJson(row, timed)),
  };
}

/** Lines without numbers keep their source: context for whoever reads. */
function lineJson({ line, text, cells }: Row, timed: boolean): object {
  if (cells === null) return { line, source: text };
  return { line, source: text, hits: cells.hits, ...(timed && timesJson(cells)) };
}

function timesJson(cells: Cells): object {
  const { timeNs, perHitNs, share, awaitNs, maxNs, uncertainNs, isSampled, standardErrorNs, awaitErrorNs } = cells;
  return { timeNs, perHitNs, share, awaitNs, maxNs, uncertainNs, isSampled, standardErrorNs, awaitErrorNs };
}
