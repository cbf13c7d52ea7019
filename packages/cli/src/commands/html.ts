import { resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { HtmlOptions } from '../command-line/html-usage.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { compareProfiles } from '../profile/diff/compare.js';
import { reportFrom } from '../profile/rows.js';
import { everything } from '../profile/selection.js';
import { checkWritable, type Outfile, writeWhole } from '../profile/write.js';
import { diffPage } from '../report/html/diff-page.js';
import { htmlReport } from '../report/html/html.js';
import { profilePage } from '../report/html/profile-page.js';
import { findProfiles, newestProfile } from './find-profiles.js';
import { openProfiles, openRuns, requireFunctions } from './open-profiles.js';
import { openWithPlatform } from './open-with-platform.js';
import { refuseInputAs } from './outfile-of-inputs.js';
import { pageBeside } from './page-beside.js';
import { pageCode } from './page-code.js';

/** Saved profiles as a page for the browser: two compared, else all as one. */
export async function html(options: HtmlOptions, output: Output): Promise<void> {
  const { files, cwd } = options;
  const target = await targetOf(options);
  if (target !== null) {
    await refuseInputAs(target, files, cwd);
    checkWritable(target);
  }

  const page = files.length === 2 ? await diffHtml(options, output) : await profileHtml(options, output);
  if (target === null) return output.report(page);
  writeWhole(target, page);
  await output.say({ kind: 'page-written', path: target.shown });
  if (!options.open) return;
  const cause = await openWithPlatform(target.path);
  if (cause !== null) await output.say({ kind: 'page-not-opened', path: target.shown, cause });
}

async function profileHtml({ files, functions, cwd }: HtmlOptions, output: Output): Promise<string> {
  const profile = await openProfiles(files, cwd, output);
  requireFunctions(profile, { ...everything, ...functions });
  return htmlOf(profile, functions);
}

async function diffHtml({ files, functions, cwd }: HtmlOptions, output: Output): Promise<string> {
  const [before = '', after = ''] = files;
  const comparison = compareProfiles(
    await openRuns(before, cwd, output),
    await openRuns(after, cwd, output),
    functions,
  );
  if (comparison === null) throw new KerntsError({ kind: 'no-common-function', before, after });
  return htmlReport(diffPage(comparison, { before, after }), pageCode());
}

export function htmlOf(profile: Profile, functions: Partial<HtmlOptions['functions']> = {}): string {
  return htmlReport(profilePage(reportFrom(profile, { ...everything, ...functions }), profile), pageCode());
}

/** Null for stdout. */
async function targetOf({ files, outfile, cwd }: HtmlOptions): Promise<Outfile | null> {
  if (outfile === '-') return null;
  if (outfile !== null) return { path: resolve(cwd, outfile), shown: outfile };
  const named = files.length > 0 ? await findProfiles(files.slice(0, 2), cwd) : [newestProfile(cwd)];
  const profile = files.length === 2 ? named.at(-1) : named[0];
  return profile == null ? null : pageBeside(profile, files.length === 2 ? '.diff.html' : '.html');
}
