import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { ExportOptions } from '../command-line/export-usage.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { everything, selectedFunctions } from '../profile/selection.js';
import { checkWritable, writeWhole } from '../profile/write.js';
import { type ExportFormat, exportFormats } from '../report/export/formats.js';
import { lineCostsOf } from '../report/export/line-costs.js';
import { functionsThatOverlap } from '../report/export/time-remark.js';
import { ownVersion } from '../version.js';
import { findProfiles, newestProfile } from './find-profiles.js';
import { openProfiles, requireFunctions } from './open-profiles.js';

/** Saved profiles, several of them as one, in the format of another program. */
export async function exportProfiles(options: ExportOptions, output: Output): Promise<void> {
  const { files, functions, format: name, outfile, cwd } = options;
  const format: ExportFormat = exportFormats[name];
  const target = outfile === null ? null : { path: resolve(cwd, outfile), shown: outfile };
  if (target !== null) {
    if (await isInput(target.path, options)) throw new KerntsError({ kind: 'outfile-is-input', path: target.shown });
    checkWritable(target);
  }

  const profile = only(await openProfiles(files, cwd, output), functions);
  if (format.needsTimes && profile.timing.mode === 'off')
    throw new KerntsError({ kind: 'format-needs-times', format: name });
  const overlapping = format.addsUp ? functionsThatOverlap(lineCostsOf(profile)) : [];
  if (overlapping.length > 0) await output.say({ kind: 'times-overlap', format: name, functions: overlapping });

  const exporter = await format.load();
  const content = exporter({ profile, version: ownVersion(), folder: cwd });
  if (target === null) await output.report(content);
  else writeWhole(target, content);
}

/** Also by way of links. */
async function isInput(path: string, { files, cwd }: ExportOptions): Promise<boolean> {
  const written = statSync(path, { throwIfNoEntry: false });
  if (written === undefined) return false;
  const inputs = files.length > 0 ? await findProfiles(files, cwd) : [newestProfile(cwd)];
  return inputs.some((input) => {
    const read = input === null ? undefined : statSync(input.path, { throwIfNoEntry: false });
    return read !== undefined && read.ino === written.ino && read.dev === written.dev;
  });
}

function only(profile: Profile, functions: ExportOptions['functions']): Profile {
  const selection = { ...everything, ...functions };
  requireFunctions(profile, selection);
  // The shares count by index into all functions.
  const { shares: _, ...rest } = profile;
  return { ...rest, functions: selectedFunctions(profile, selection) };
}
