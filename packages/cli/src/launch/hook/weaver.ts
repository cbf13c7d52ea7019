/** Text of a source file → text to run in its place. Decides what is looked at; the transformer does the weaving. */

import { WOVEN_MARKER } from '@kernts/runtime';
import { type FileSelection, mayBeSelected } from '@kernts/transformer';
import type { SessionConfig } from '../session.js';
import type { WeaveText } from '../woven-file.js';
import { mayHaveMarkedOriginal } from './source-map-of.js';
import { selectionFor } from './targets.js';
import { weaveOnce } from './weave-once.js';

export interface Weaver {
  /** The text to run, or the source itself where nothing is selected. `path` is absolute and real. */
  weave(path: string, source: string): string;
}

export const SOURCE_FILE = /\.[cm]?[jt]sx?$/;

/** `ownFolder`: kernts' own files speak of marks and have none. */
export function makeWeaver(folder: string, config: SessionConfig, ownFolder: string, weaveText: WeaveText): Weaver {
  return {
    weave(path, source) {
      if (!SOURCE_FILE.test(path) || path.startsWith(ownFolder) || path === config.setup) return source;
      const selection = selectionIn(config, path, source);
      return selection === null
        ? source
        : (weaveOnce({ folder, config, path, source, selection }, weaveText).code ?? source);
    },
  };
}

/** Null where nothing can be woven, so that the file need not be parsed. */
export function selectionIn({ targets }: SessionConfig, path: string, source: string): FileSelection | null {
  const selection = selectionFor(targets, path);
  if (selection === null || source.includes(WOVEN_MARKER)) return null;
  return mayBeSelected(source, selection) || mayHaveMarkedOriginal(path, source) ? selection : null;
}
