/** The text of a fixture's `lines.txt`: the calls of each function, then each source line behind its hits. */
import type { ProfiledFunction } from '@kernts/runtime';

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

export function linesOf(source: string): string[] {
  return source.split(LINE_END);
}

/** Hits by line. A line can stand in one listing only; where two functions share one, their hits are joined by `+`. */
function hitsByLine(functions: readonly ProfiledFunction[]): Map<number, string> {
  const hits = new Map<number, string>();
  for (const { lines } of functions) {
    for (const line of lines) {
      const other = hits.get(line.line);
      hits.set(line.line, other === undefined ? String(line.hits) : `${other}+${line.hits}`);
    }
  }
  return hits;
}

export function lineHitsText(source: string, functions: readonly ProfiledFunction[]): string {
  const hits = hitsByLine(functions);
  const head = functions.map(({ name, calls }) => `${name}: ${calls} ${calls === 1 ? 'call' : 'calls'}`);
  const rows = linesOf(source).map((text, index) => `${(hits.get(index + 1) ?? '').padStart(6)} | ${text}`.trimEnd());
  return [...head, '', ...rows, ''].join('\n');
}
