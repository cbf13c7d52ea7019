/** A run's summary counts skipped tests without their reasons, so these stand at its head. */
import { findReader, type Reader, readers } from '../../scripts/readers.mjs';

export function setup(): void {
  for (const reader of Object.keys(readers) as Reader[]) {
    const found = findReader(reader);
    if ('missing' in found) console.warn(`Tests are skipped: ${found.missing}.`);
  }
}
