/** Tests that need a real reader; `scripts/readers.mjs` says which there are. */
import { type TestContext, test } from 'vitest';
import { findReader, type Reader } from '../../scripts/readers.mjs';

/** A test that gets the reader's path, or is skipped with the reason. */
export function testWith(reader: Reader, name: string, body: (command: string, context: TestContext) => unknown): void {
  const found = findReader(reader);
  if ('command' in found) test(name, (context) => body(found.command, context) as Promise<void>);
  else test.skip(`${name}: ${found.missing}`, () => {});
}
