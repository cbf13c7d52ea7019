import type { Profile } from '@kernts/runtime';
import type { Exporter } from '../../src/report/export/export-input.js';

/** What an exporter of a text format answers. */
export function exported(exporter: Exporter, profile: Profile): string {
  return String(exporter({ profile, version: '1.2.3', folder: '/home/me/project' }));
}
