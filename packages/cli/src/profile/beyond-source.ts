/** A profile whose lines lie behind the end of the source that it carries: no report could show them. */
import type { Profile } from '@kernts/runtime';
import { sourceLines } from './source-lines.js';

/** The first such line: where it stands in the profile, and how many lines its source has. */
export function lineBeyondSource({ files, functions, shares }: Profile): { where: string; lines: number } | null {
  const lengths = files.map(({ source }) => (source === null ? Number.POSITIVE_INFINITY : sourceLines(source).length));
  for (const [at, { file, markLine, endLine, lines }] of functions.entries()) {
    const length = lengths[file] ?? 0;
    const last = lines.length - 1;
    if (endLine > length) return { where: `functions.${at}.endLine`, lines: length };
    if ((markLine ?? 0) > length) return { where: `functions.${at}.markLine`, lines: length };
    // Ascending, so the last one tells for all.
    if ((lines[last]?.line ?? 0) > length) return { where: `functions.${at}.lines.${last}.line`, lines: length };
  }
  for (const [at, share] of (shares ?? []).entries()) {
    for (const [part, { fn, lines }] of share.functions.entries()) {
      const length = lengths[functions[fn]?.file ?? 0] ?? 0;
      const last = lines.length - 1;
      if ((lines[last]?.line ?? 0) > length)
        return { where: `shares.${at}.functions.${part}.lines.${last}.line`, lines: length };
    }
  }
  return null;
}
