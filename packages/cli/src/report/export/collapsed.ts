/** Collapsed stacks, one line of text per source line: `file:function;line code weight`. */
import { visible } from '../../visible-text.js';
import { clipped } from './clipped.js';
import type { ExportInput } from './export-input.js';
import { lineCostsOf } from './line-costs.js';

/** Weights are nanoseconds, or hits where no times were taken. */
export function collapsed({ profile }: ExportInput): string {
  const stacks = lineCostsOf(profile).flatMap(({ name, path, timeIs, lines }) =>
    lines.map(({ line, text, ns, hits }) => ({
      frames: [`${path}:${name}`, `${line} ${clipped(text, 200)}`],
      weight: timeIs === 'off' ? hits : ns,
    })),
  );
  return stacks
    .filter(({ weight }) => weight > 0)
    .map(({ frames, weight }) => `${frames.map(frameName).join(';')} ${weight}\n`)
    .join('');
}

/** A semicolon ends a frame and cannot be escaped; U+037E looks the same and is the same to Unicode (NFC makes one of it). */
function frameName(name: string): string {
  return visible(name).replaceAll(';', '\u037e').replace(/\s+/g, ' ').trim();
}
