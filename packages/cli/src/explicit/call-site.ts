/** Where the program calls kernts, in the lines of the source. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface CallSite {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based. */
  readonly column: number;
  /** Null where the file cannot be read. */
  readonly source: string | null;
}

const FRAME = /(?:\(|at )((?:file:\/\/)?[^()\s][^()]*?):(\d+):(\d+)\)?$/;
const DEPTH = 12;

/** The first frame outside this file. Node tells it in lines of the original where source maps are on, as under tsx. */
export function callSite(): CallSite {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEPTH;
  const lines = String(new Error().stack).split('\n').slice(1);
  Error.stackTraceLimit = stackTraceLimit;
  for (const text of lines) {
    const [, place, line, column] = FRAME.exec(text.trimEnd()) ?? [];
    if (place === undefined) continue;
    const path = place.startsWith('file:') ? fileURLToPath(place.replace(/[?#].*$/s, '')) : place;
    if (path !== __filename) return { path, line: Number(line), column: Number(column) - 1, source: read(path) };
  }
  return { path: process.argv[1] ?? '[eval]', line: 1, column: 0, source: null };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
