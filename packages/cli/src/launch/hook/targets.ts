/** A `-p` target after the parent has looked it up, and what it selects in a file. */

import { sep } from 'node:path';
import type { FileSelection } from '@kernts/transformer';

export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly functions: readonly string[] | null }
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** `folder`: real path of the package, with a separator at its end; a link into a workspace leads there too. */
  | { readonly kind: 'package'; readonly name: string; readonly folder: string };

const MARKS: FileSelection = { kind: 'marks' };
const ALL: FileSelection = { kind: 'all' };
const MODULES = `${sep}node_modules${sep}`;

/** What to profile in the file at an absolute real path; null: the file is not to be looked at. */
export function selectionFor(targets: readonly Target[], path: string): FileSelection | null {
  const names: string[] = [];
  for (const target of targets) {
    if (!covers(target, path)) continue;
    if (target.kind !== 'file' || target.functions === null) return ALL;
    names.push(...target.functions);
  }
  if (names.length > 0) return { kind: 'functions', names };
  return path.includes(MODULES) ? null : MARKS;
}

export function covers(target: Target, path: string): boolean {
  switch (target.kind) {
    case 'file':
      return target.path === path;
    case 'files':
      return target.paths.includes(path);
    case 'package':
      return isIn(target.folder, path) || owningPackage(path) === target.name;
  }
}

function isIn(folder: string, path: string): boolean {
  return path.startsWith(folder) && !path.slice(folder.length - 1).includes(MODULES);
}

/** Other copies of a package have other folders, but the same name below some `node_modules`. */
function owningPackage(path: string): string | null {
  const at = path.lastIndexOf(MODULES);
  if (at === -1) return null;
  const [scopeOrName = '', name = ''] = path.slice(at + MODULES.length).split(sep);
  return scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName;
}
