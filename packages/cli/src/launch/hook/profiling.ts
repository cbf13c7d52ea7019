import type { SessionConfig } from '../session.js';
import type { Weaver } from './weaver.js';

/** What the hooks of a profiled process work with. */
export interface Profiling {
  /** Of the session. */
  readonly folder: string;
  readonly config: SessionConfig;
  readonly weaver: Weaver;
}
