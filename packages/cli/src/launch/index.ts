/** Runs a program under the profiler: prepare what it loads, run it, collect what it counted. */
import { rmSync, writeFileSync } from 'node:fs';
import { tidyCache } from './parent/cache.js';
import { collectHints } from './parent/collect-hints.js';
import { collectProfile } from './parent/collect-profile.js';
import { freeInspector } from './parent/free-inspector.js';
import { handOutSoFar } from './parent/hand-out-so-far.js';
import { planRun } from './parent/plan-run.js';
import { runProgram } from './parent/run-program.js';
import { inTemporaryFolder, makeTemporaryFolder } from './parent/temporary-folder.js';
import { refuseUnreadable } from './parent/weave-entry.js';
import type { LaunchRequest, LaunchResult } from './request.js';
import { createFolders, weavingFile, writeConfig } from './session.js';

export type { Entry, LaunchRequest, LaunchResult, ProfileSoFar, ProgramEnd } from './request.js';

/** @throws KerntsError when the program cannot run as asked. */
export async function launch(request: LaunchRequest): Promise<LaunchResult> {
  const folder = makeTemporaryFolder();
  try {
    inTemporaryFolder(() => createFolders(folder));
    const { config, program, weaveEntry } = await planRun(request, folder);
    inTemporaryFolder(() => {
      writeConfig(folder, config);
      if (weaveEntry !== null) writeFileSync(weavingFile(folder), '');
    });
    const soFar = handOutSoFar(folder, config, request.onProfileSoFar);
    freeInspector();
    const end = await runProgram(program, folder, request, () => {
      weaveEntry?.();
      rmSync(weavingFile(folder), { force: true });
      if (config.cache !== null) tidyCache(config.cache);
    });
    await soFar.stop();
    const profile = collectProfile(folder, config);
    if (profile === null && end.kind === 'code' && end.code === 1) refuseUnreadable(request, config);
    return { end, profile, hints: collectHints(folder, config, { profile, end }, request) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
