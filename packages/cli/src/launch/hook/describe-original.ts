/** The description of a compiled file, told in places of its originals. Sites and functions keep their numbers. */
import type { FileDescription, FunctionDescription } from '@kernts/runtime';
import type { DescribedFile } from '../woven-file.js';
import type { Original, Originals } from './originals.js';

type Text = Pick<Original, 'path' | 'sha256' | 'source'>;

/** Whether a function is to be reported, by what it is called in the compiled file and by what it was. */
export type IsWanted = (compiled: FunctionDescription, was: FunctionDescription, original: Original) => boolean;

/**
 * Null when the map knows nothing of it; the file then stands for itself. So does each function whose original nobody
 * has.
 */
export function describeOriginal(
  { path, sha256, functions, sites }: FileDescription,
  source: string,
  originals: Originals,
  isWanted: IsWanted,
): DescribedFile | null {
  const places = sites.line.map((line, site) => (site === 0 ? null : originals.placeOf(line, sites.column[site] ?? 0)));
  const itself: Text = { path, sha256, source };
  const files: Text[] = [];
  const indexOf = (file: Text) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
  const line = [...sites.line];
  const column = [...sites.column];

  const told = functions.map((fn, at): FunctionDescription => {
    const own = sites.fn.flatMap((owner, site) => (owner === at && site > 0 ? [site] : []));
    const original = mostFrequent(own.flatMap((site) => places[site] ?? []).map((place) => place.original));
    if (original === undefined) return nowhere(fn);
    if (original === null) return { ...fn, name: `${indexOf(itself)}:${fn.name}` };

    // A helper that the compiler copied in belongs to another file.
    const known = own.filter((site) => places[site]?.original === original);
    let before = known[0] as number;
    for (const site of own) {
      if (known.includes(site)) before = site;
      const place = places[before];
      line[site] = place?.line ?? 0;
      // What the compiler added belongs to the line before it, and is not what that line's hits count.
      column[site] = site === before ? (place?.column ?? 0) : Number.MAX_SAFE_INTEGER;
    }

    const was = innermost(
      original.functions(),
      fn.name,
      own.map((site) => line[site] as number),
    );
    if (!isWanted(fn, was, original)) return nowhere(fn);
    return { ...was, name: `${indexOf(original)}:${was.name}` };
  });

  if (files.length === 0 && functions.length > 0) return null;
  const kept = files.map((file) => ({ path: file.path, sha256: file.sha256, source: file.source }));
  return { path, sha256, functions: told, sites: { ...sites, line, column }, originals: kept };
}

/** No original has this index: the reader leaves such a function out. */
function nowhere(fn: FunctionDescription): FunctionDescription {
  return { ...fn, name: `-1:${fn.name}` };
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The smallest function around all the lines; among several, the one whose name the compiler kept. */
function innermost(
  functions: readonly FunctionDescription[],
  name: string,
  lines: readonly number[],
): FunctionDescription {
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const around = functions.filter(({ line, endLine }) => line <= first && last <= endLine);
  const size = Math.min(...around.map(({ line, endLine }) => endLine - line));
  const smallest = around.filter(({ line, endLine }) => endLine - line === size);
  const unknown = { name, markLine: null, line: first, endLine: last };
  return smallest.find((fn) => fn.name === name) ?? smallest[0] ?? unknown;
}
