/** Text of a source file → text to run in its place. Decides what is looked at; the transformer does the weaving. */

import { isWoven } from '@kernts/runtime';
import { type FileSelection, mayBeSelected } from '@kernts/transformer';
import type { SessionConfig } from '../session.js';
import type { WeaveText } from '../woven-file.js';
import { mayHaveMarkedOriginal } from './source-map-of.js';
import { selectionFor } from './targets.js';
import { weaveOnce } from './weave-once.js';

export interface Weaver {
  /** The text to run, or the source itself where nothing is selected. `path` is absolute and real. */
  weave(path: string, source: string): string;
  /** What is to be woven; null: nothing can be, so that the file need not be parsed. */
  selection(path: string, source: string): FileSelection | null;
}

export const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** Of what Node reads as a module: a file without an ending is JavaScript, such as a program that is called by its name. */
export function isSourceOfModule(path: string): boolean {
  return SOURCE_FILE.test(path) || /[\\/][^.\\/]+$/.test(path);
}

/** `ownFolder`: kernts' own files speak of marks and have none. */
export function makeWeaver(folder: string, config: SessionConfig, ownFolder: string, weaveText: WeaveText): Weaver {
  const selection: Weaver['selection'] = (path, source) =>
    path.startsWith(ownFolder) || path === config.setup ? null : selectionIn(config, path, source);
  return {
    selection,
    weave(path, source) {
      const selected = selection(path, source);
      if (selected === null) return source;
      return weaveOnce({ folder, config, path, source, selection: selected }, weaveText).code ?? source;
    },
  };
}

/** Null where nothing can be woven, so that the file need not be parsed. */
export function selectionIn(
  { targets }: Pick<SessionConfig, 'targets'>,
  path: string,
  source: string,
): FileSelection | null {
  const selection = isSourceOfModule(path) ? selectionFor(targets, path) : null;
  if (selection === null || isWoven(source)) return null;
  return mayBeSelected(source, selection) || mayHaveMarkedOriginal(path, source) ? selection : null;
}
