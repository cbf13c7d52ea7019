import type { Profile } from '@kernts/runtime';
import { reportFrom } from '../profile/rows.js';
import type { DisplayOptions } from '../report/display.js';
import { plainStyle } from '../report/style.js';
import { textReport } from '../report/text.js';

export async function shown(profile: Profile, display: DisplayOptions): Promise<string> {
  const style = display.colour ? (await import('../report/colour-style.js')).colourStyle() : plainStyle;
  return textReport(reportFrom(profile, display), display, style);
}
