import { resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { HtmlOptions } from '../command-line/html-usage.js';
import type { Output } from '../output.js';
import { reportFrom } from '../profile/rows.js';
import { everything } from '../profile/selection.js';
import { checkWritable, type Outfile, writeWhole } from '../profile/write.js';
import { htmlReport } from '../report/html/html.js';
import { profilePage } from '../report/html/profile-page.js';
import { findProfiles, newestProfile } from './find-profiles.js';
import { openProfiles, requireFunctions } from './open-profiles.js';
import { openWithPlatform } from './open-with-platform.js';
import { refuseInputAs } from './outfile-of-inputs.js';
import { pageCode } from './page-code.js';

/** Saved profiles, several of them as one, as a page for the browser. */
export async function html(options: HtmlOptions, output: Output): Promise<void> {
  const { files, functions, cwd } = options;
  const target = await targetOf(options);
  if (target !== null) {
    await refuseInputAs(target, files, cwd);
    checkWritable(target);
  }

  const profile = await openProfiles(files, cwd, output);
  requireFunctions(profile, { ...everything, ...functions });
  const page = htmlOf(profile, functions);
  if (target === null) return output.report(page);
  writeWhole(target, page);
  await output.say({ kind: 'page-written', path: target.shown });
  if (!options.open) return;
  const cause = await openWithPlatform(target.path);
  if (cause !== null) await output.say({ kind: 'page-not-opened', path: target.shown, cause });
}

export function htmlOf(profile: Profile, functions: Partial<HtmlOptions['functions']> = {}): string {
  return htmlReport(profilePage(reportFrom(profile, { ...everything, ...functions }), profile), pageCode());
}

/** `script.ts.html` for `script.ts.lprof`, beside it. */
export function pageBeside({ path, shown }: Outfile): Outfile {
  const renamed = (name: string) => `${name.replace(/\.lprof$/, '')}.html`;
  return { path: renamed(path), shown: renamed(shown) };
}

/** Null for stdout. */
async function targetOf({ files, outfile, cwd }: HtmlOptions): Promise<Outfile | null> {
  if (outfile === '-') return null;
  if (outfile !== null) return { path: resolve(cwd, outfile), shown: outfile };
  const [first] = files.length > 0 ? await findProfiles(files, cwd) : [newestProfile(cwd)];
  return first === undefined || first === null ? null : pageBeside(first);
}
