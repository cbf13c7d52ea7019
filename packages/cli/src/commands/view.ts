import type { ViewOptions } from '../command-line/view-usage.js';
import type { Output } from '../output.js';
import { openProfiles, requireFunctions } from './open-profiles.js';
import { shown } from './show.js';

/** Shows saved profiles, several of them as one. */
export async function view({ files, display, pager, cwd }: ViewOptions, output: Output): Promise<void> {
  const profile = await openProfiles(files, cwd, output);
  requireFunctions(profile, display);
  if (display.by !== null && profile.shares === undefined)
    await output.say({ kind: 'shares-not-kept', by: display.by });
  await output.report(await shown(profile, display), pager ? 'paged' : undefined);
}
