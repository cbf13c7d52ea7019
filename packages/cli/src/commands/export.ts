import { resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { ExportOptions } from '../command-line/export-usage.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { everything, selectedFunctions } from '../profile/selection.js';
import { checkWritable, writeWhole } from '../profile/write.js';
import { type ExportFormat, exportFormats } from '../report/export/formats.js';
import { functionsThatOverlap } from '../report/export/time-remark.js';
import { ownVersion } from '../version.js';
import { openProfiles, requireFunctions } from './open-profiles.js';
import { refuseInputAs } from './outfile-of-inputs.js';

/** Saved profiles, several of them as one, in the format of another program. */
export async function exportProfiles(options: ExportOptions, output: Output): Promise<void> {
  const { files, functions, format: name, outfile, cwd } = options;
  const format: ExportFormat = exportFormats[name];
  const target = outfile === null ? null : { path: resolve(cwd, outfile), shown: outfile };
  if (target !== null) {
    await refuseInputAs(target, files, cwd);
    checkWritable(target);
  }

  const profile = only(await openProfiles(files, cwd, output), functions);
  if (format.needsTimes && profile.timing.mode === 'off')
    throw new KerntsError({ kind: 'format-needs-times', format: name });
  const overlapping = format.addsUp ? functionsThatOverlap(profile) : [];
  if (overlapping.length > 0) await output.say({ kind: 'times-overlap', format: name, functions: overlapping });

  const exporter = await format.load();
  const content = orTooLarge(name, () => exporter({ profile, version: ownVersion(), folder: cwd }));
  if (target === null) await output.report(content);
  else writeWhole(target, content);
}

/** V8 throws a RangeError for a text that is longer than it can hold. */
function orTooLarge<T>(format: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new KerntsError({ kind: 'export-too-large', format }) : error;
  }
}

function only(profile: Profile, functions: ExportOptions['functions']): Profile {
  const selection = { ...everything, ...functions };
  requireFunctions(profile, selection);
  // The shares count by index into all functions.
  const { shares: _, ...rest } = profile;
  return { ...rest, functions: selectedFunctions(profile, selection) };
}
