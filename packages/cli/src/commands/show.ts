import type { Profile } from '@kernts/runtime';
import type { DisplayOptions } from '../options.js';
import { reportFrom } from '../profile/rows.js';
import { colourStyle, plainStyle } from '../report/style.js';
import { textReport } from '../report/text.js';

export function shown(profile: Profile, display: DisplayOptions): string {
  return textReport(reportFrom(profile, display), display, display.colour ? colourStyle() : plainStyle);
}
