/** A runtime that counts in the lines which the session knows of a file, and lets it know of files woven elsewhere. */
import { isAbsolute } from 'node:path';
import type { FileDescription, ProbeSource, Runtime } from '@kernts/runtime';
import { sha256 } from '../hook/sha256.js';
import { describedName, recordDescribed } from '../hook/weave-once.js';
import { readPart } from '../session.js';
import { readWhole } from '../whole-files.js';
import type { DescribedFile } from '../woven-file.js';

export function describing(runtime: Runtime, folder: string): Runtime {
  const open: ProbeSource['open'] = (description) => {
    const text = readPart(folder, 'described', describedName(description));
    if (text === null) describeWovenElsewhere(folder, description);
    const described = text === null ? null : (JSON.parse(text) as DescribedFile);
    // A compiled file describes its own lines; what is counted are those of its originals.
    if (described === null || described.originals === null) return runtime.open(description);
    return runtime.open({ ...description, functions: described.functions, sites: described.sites });
  };
  const openBlock: Runtime['openBlock'] = (description) => {
    if (readPart(folder, 'described', describedName(description)) === null) describeWovenElsewhere(folder, description);
    return runtime.openBlock(description);
  };
  return Object.create(runtime, { open: { value: open }, openBlock: { value: openBlock } }) as Runtime;
}

/** By a plugin in a compiler, which may keep what it compiled from run to run. The text is told if it still is the same. */
function describeWovenElsewhere(folder: string, { path, sha256: known, functions, sites }: FileDescription): void {
  const source = isAbsolute(path) ? readWhole(path) : null;
  const isSame = source !== null && sha256(source) === known;
  recordDescribed(folder, { path, sha256: known, functions, sites, originals: null }, isSame ? source : null);
}
