import { fileURLToPath } from 'node:url';
import { buildJavaScript } from '../scripts/build-javascript.mjs';

export async function setup(): Promise<void> {
  await buildJavaScript(fileURLToPath(new URL('..', import.meta.url)));
}
