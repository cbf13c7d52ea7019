/** The report as data, for tools and language models. Its shape is documented in docs/exporting.md and changes with `version` only. */
import { type Cells, type Listing, type Row, reportFrom } from '../../profile/rows.js';
import { everything } from '../../profile/selection.js';
import type { ExportInput } from './export-input.js';
import { jsonText } from './json-text.js';

/** A row of text per source line, so that people, `diff` and language models can read it too. */
export function json({ profile, version }: ExportInput): string {
  const { command, node, startedAt, wallNs, timing } = profile;
  const { timed, listings } = reportFrom(profile, everything);
  const head = {
    format: 'kernts-report',
    version: 1,
    exporter: `kernts ${version}`,
    command,
    node,
    startedAt,
    wallNs,
    timing,
    files: profile.files.map(({ path, sha256 }) => ({ path, sha256 })),
  };
  const functions = listings.map((listing, at) => functionText(listing, profile.functions[at]?.file ?? 0, timed));
  return `${withList(head, 'functions', functions)}\n`;
}

function functionText({ name, path, line, calls, totalNs, rows }: Listing, file: number, timed: boolean): string {
  const total = timed ? totalNs : null;
  const perCallNs = timed && calls > 0 ? totalNs / calls : null;
  const lines = rows.map((row) => jsonText(lineJson(row, timed)));
  return withList({ name, path, file, line, calls, totalNs: total, perCallNs }, 'lines', lines);
}

/** `items` are JSON already. */
function withList(fields: object, key: string, items: readonly string[]): string {
  return `${jsonText(fields).slice(0, -1)},"${key}":[\n${items.join(',\n')}\n]}`;
}

/** Lines without numbers keep their source: context for whoever reads. */
function lineJson({ line, text, cells }: Row, timed: boolean): object {
  if (cells === null) return { line, source: text };
  return { line, source: text, hits: cells.hits, ...(timed && timesJson(cells)) };
}

function timesJson(cells: Cells): object {
  const { timeNs, selfNs, perHitNs, share, awaitNs, maxNs, uncertainNs, isSampled, standardErrorNs, awaitErrorNs } =
    cells;
  return { timeNs, selfNs, perHitNs, share, awaitNs, maxNs, uncertainNs, isSampled, standardErrorNs, awaitErrorNs };
}
