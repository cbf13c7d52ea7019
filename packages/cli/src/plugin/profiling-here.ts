/** What plugins of other tools weave with: as the run of kernts around them says, or by marks alone where there is none. */
import { createRequire } from 'node:module';
import type { TimingMode } from '@kernts/runtime';
import { selectionIn, type Weaver } from '../launch/hook/weaver.js';
import type { SessionConfig } from '../launch/session.js';
import type { WeaveText } from '../launch/woven-file.js';
import { ownVersion } from '../version.js';

const fromDist = createRequire(__filename);

export interface PluginOptions {
  /** Weave what is marked also where no `kernts` runs. Default: whether the environment says `KERNTS=1`. */
  readonly enabled?: boolean;
}

export interface PluginProfiling {
  readonly timing: TimingMode;
  readonly weaver: Weaver;
  /** Differs when the same source may be woven otherwise. */
  readonly key: string;
}

/** Null where nothing is profiled. */
export function profilingHere({ enabled = process.env['KERNTS'] === '1' }: PluginOptions): PluginProfiling | null {
  // Loaded before the program, where there is a session.
  const { profiling } = fromDist('./preload.cjs') as typeof import('../launch/child/preload.js');
  if (profiling === null) return enabled ? { ...MARKS_ALONE, key: ownVersion() } : null;
  const { config, weaver } = profiling;
  const { timing, targets, setup, weaveVersion } = config;
  return { timing, weaver, key: JSON.stringify([weaveVersion, targets, setup]) };
}

const MARKS: Pick<SessionConfig, 'targets'> = { targets: [] };

const MARKS_ALONE: Omit<PluginProfiling, 'key'> = {
  timing: 'auto',
  weaver: {
    selection: (path, source) => selectionIn(MARKS, path, source),
    weave(path, source) {
      const selection = selectionIn(MARKS, path, source);
      return (selection && weaveText(path, source, selection, 'auto').code) ?? source;
    },
  },
};

/** Loads the parser when the first file needs it. */
const weaveText: WeaveText = (...args) => loadWeave().weaveText(...args);

export function loadWeave(): typeof import('../launch/hook/weave.js') {
  return fromDist('./weave.cjs');
}
