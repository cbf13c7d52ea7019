/** Runs programs in one Node process without any loader, one after the other. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface PlainProgram {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

/** Each import waits until the program before has nothing left to do. Only work for the loop brings `beforeExit` again. */
const ONE_BY_ONE = `
const urls = JSON.parse(process.argv[1]);
process.on('beforeExit', () => {
  process.exitCode = 0;
  const url = urls.shift();
  if (url === undefined) return;
  setImmediate(() => import(url).catch((error) => process.stderr.write(url + ' ' + String(error) + '\\n')));
});
`;

/** Hands the folder with the programs, and what they were found under, to `read` before it is removed. */
export async function runPlain<T>(
  programs: readonly PlainProgram[],
  env: (root: string) => Record<string, string>,
  read: (root: string, urls: ReadonlyMap<string, string>) => T,
  after = '',
): Promise<T> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'kernts-plain-'));
  try {
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
    const urls = new Map<string, string>();
    for (const { name, file, code } of programs) {
      const path = join(root, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, code);
      urls.set(name, pathToFileURL(path).href);
    }
    const script = `${ONE_BY_ONE}${after}`;
    const args = ['--input-type=module', '-e', script, '--', JSON.stringify([...urls.values()])];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, NODE_OPTIONS: '', ...env(root) },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors += text;
      });
      child.on('error', reject);
      child.on('close', () => (errors === '' ? resolve() : reject(new Error(errors))));
    });
    return read(root, urls);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
