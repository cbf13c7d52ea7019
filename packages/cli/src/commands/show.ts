import type { Profile } from '@kernts/runtime';
import { partsOf } from '../profile/parts.js';
import { reportFrom } from '../profile/rows.js';
import type { DisplayOptions } from '../report/display.js';
import { plainStyle, type Style } from '../report/style.js';
import { partHeading, textReport } from '../report/text.js';

export async function shown(profile: Profile, display: DisplayOptions): Promise<string> {
  const style = await styleFor(display);
  const parts = display.by === null ? null : partsOf(profile, display.by);
  if (parts === null) return textReport(reportFrom(profile, display), display, style);
  return parts
    .map((part) => partHeading(part.who, style) + textReport(reportFrom(part.profile, display), display, style))
    .join('\n');
}

export async function styleFor({ colour }: Pick<DisplayOptions, 'colour'>): Promise<Style> {
  return colour ? (await import('../report/colour-style.js')).colourStyle() : plainStyle;
}
