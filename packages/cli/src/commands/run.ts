import type { Profile } from '@kernts/runtime';
import type { RunOptions } from '../command-line/run-usage.js';
import type { Entry, LaunchRequest, LaunchResult, launch } from '../launch/index.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { checkWritable, isReplaceable, type Outfile, writeProfile, writeWhole } from '../profile/write.js';
import { findScript } from './find-script.js';
import { outfileFor } from './outfile.js';
import { pageBeside } from './page-beside.js';

export type Launch = typeof launch;

/** Runs the program, saves its profile, shows it; ends as the program ended. */
export async function run(options: RunOptions, output: Output, start: Launch): Promise<LaunchResult['end']> {
  const { args, setup, targets, timing, cache, children, cwd, quiet, intervalMs, dumpSignal } = options;
  const entry = found(options.entry, cwd);
  const outfile = outfileFor({ ...options, entry });
  checkWritable(outfile);
  const page = options.html ? pageFor(outfile, { ...options, entry }) : null;
  if (page !== null) checkWritable(page);

  const onProfileSoFar = saveSoFar(outfile, output, quiet);
  const request = {
    outfile,
    quiet,
    entry,
    args,
    setup,
    targets,
    timing,
    cache,
    children,
    cwd,
    intervalMs,
    dumpSignal,
    onProfileSoFar,
  };
  const { end, profile, hints } = await start(request);
  if (!quiet) for (const hint of hints) await output.say(hint);
  if (profile === null || profile.functions.length === 0) {
    if (!quiet && hints.length === 0) await output.say({ kind: 'nothing-ran' });
    return end;
  }

  const isSaved = await succeeds(async () => writeProfile(outfile, profile), output);
  if (isSaved && !quiet) await output.say({ kind: 'profile-written', path: outfile.shown });
  const isPaged = page === null || (await succeeds(() => writePage(profile, page, output, quiet), output));
  if (!options.view && isSaved && !quiet) await output.say({ kind: 'inspect-with', path: outfile.shown });
  const show = async () => {
    const { shown } = await import('./show.js');
    await output.report(await shown(profile, options.display));
  };
  const isShown = !options.view || (await succeeds(show, output));
  return isSaved && isPaged && isShown ? end : failing(end);
}

function found(entry: Entry, cwd: string): Entry {
  return entry.kind === 'script' ? { kind: 'script', path: findScript(entry.path, cwd) } : entry;
}

/** Where the profile goes into a pipe or a device, nothing is beside it: the page then lies where the profile would by default. */
function pageFor(profileFile: Outfile, options: Pick<RunOptions, 'entry' | 'args' | 'cwd'>): Outfile {
  return pageBeside(isReplaceable(profileFile) ? profileFile : outfileFor({ ...options, outfile: null }));
}

async function writePage(profile: Profile, page: Outfile, output: Output, quiet: boolean): Promise<void> {
  const { htmlOf } = await import('./html.js');
  writeWhole(page, htmlOf(profile));
  if (!quiet) await output.say({ kind: 'page-written', path: page.shown });
}

/** Into a pipe or a file that somebody else writes as well goes the whole profile alone. */
function saveSoFar(outfile: Outfile, output: Output, quiet: boolean): LaunchRequest['onProfileSoFar'] {
  return async ({ why, profile, silent }) => {
    if (!isReplaceable(outfile)) return;
    const isSaved = profile !== null && (await succeeds(async () => writeProfile(outfile, profile), output));
    if (why === 'interval' || quiet) return;
    if (profile === null) await output.say({ kind: 'nothing-so-far' });
    else if (isSaved) await output.say({ kind: 'profile-so-far-written', path: outfile.shown, silent });
  };
}

/** The disk may have filled up since the check; of profile and report, one may still find room. */
async function succeeds(work: () => Promise<void>, output: Output): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof KerntsError)) throw error;
    await output.say(error.problem);
    return false;
  }
}

/** A profile or a report that is lost is a failure of its own, unless the program failed already. */
function failing(end: LaunchResult['end']): LaunchResult['end'] {
  return end.kind === 'code' && end.code === 0 ? { kind: 'code', code: 2 } : end;
}
