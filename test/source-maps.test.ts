/** Each mapping of a woven fixture leads from a piece of the source to where the same piece stood. */
import { describe, expect, it } from 'vitest';
import { fixtures, weaveFixture, wovenName } from './support/fixture.js';
import { linesOf } from './support/line-hits.js';
import { mappingsOf } from './support/mappings.js';

/** Characters from `column` on that are certainly one token, or at least one character. */
function pieceAt(line: string, column: number): string {
  return /^(?:[\p{ID_Start}\p{ID_Continue}$]+|.)/su.exec(line.slice(column))?.[0] ?? '';
}

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
  describe.each(['exact', 'off'] as const)('%s', (timing) => {
    const { code, map } = weaveFixture(fixture, timing);
    const [source, woven] = [linesOf(fixture.source), linesOf(code)];
    const mappings = mappingsOf(map);

    it('leads to the same characters', () => {
      const wrong = mappings.filter(({ original, generated }) => {
        const piece = pieceAt(source[original.line - 1] ?? '', original.column);
        return piece === '' || pieceAt(woven[generated.line - 1] ?? '', generated.column) !== piece;
      });
      expect(wrong).toEqual([]);
    });

    it('maps the first word of every line, in order, and nothing of what follows the source', () => {
      const mapped = new Set(mappings.map(({ original }) => `${original.line}:${original.column}`));
      source.forEach((line, row) => {
        const column = line.search(/\S/);
        if (column >= 0) expect(mapped).toContain(`${row + 1}:${column}`);
      });
      expect(Math.max(...mappings.map(({ generated }) => generated.line))).toBeLessThanOrEqual(source.length);
      for (const { original, generated } of mappings) expect(generated.line).toBe(original.line);
    });

    it('names the file and holds its text', () => {
      expect(map?.sources).toEqual([wovenName(fixture)]);
      expect(map?.sourcesContent).toEqual([fixture.source]);
    });
  });
});
