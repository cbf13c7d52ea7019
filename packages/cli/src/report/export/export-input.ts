import type { Profile } from '@kernts/runtime';

/** All that an exporter may know. */
export interface ExportInput {
  readonly profile: Profile;
  /** Of kernts. */
  readonly version: string;
  /** Absolute; where relative paths in the profile begin, as far as anyone knows: the working directory. */
  readonly folder: string;
}

export type Exporter = (input: ExportInput) => string | Uint8Array;
