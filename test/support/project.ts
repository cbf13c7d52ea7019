/** A folder with a small project in it, outside the repository: no tsconfig.json or package.json of ours has a say. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Project {
  readonly folder: string;
  write(path: string, text: string): void;
  remove(): void;
}

export function makeProject(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'project-for-kernts-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
