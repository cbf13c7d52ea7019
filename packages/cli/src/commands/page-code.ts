import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageCode } from '../report/html/html.js';

/** What the build bundled of `report/html/page`: it lies beside the command. */
export function pageCode(folder = import.meta.dirname): PageCode {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { script: text('page-script.js'), style: text('page-style.css') };
}
