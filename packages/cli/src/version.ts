import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package's own version; `../package.json` is right from `src` as well as from `dist`. */
export function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}
