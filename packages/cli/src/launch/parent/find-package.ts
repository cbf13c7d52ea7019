/** `-m PACKAGE`: the file that a package is run by. */
import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { KerntsError } from '../../messages.js';
import { SOURCE_FILE } from '../hook/weaver.js';
import { type Manifest, manifestIn, packageFolder } from './installed-package.js';

/** Real path of the package's command, else of its main file. */
export function findPackage(name: string, cwd: string): string {
  const folder = packageFolder(name, cwd);
  if (folder === null) throw new KerntsError({ kind: 'package-not-found', name });
  const manifest = manifestIn(folder) ?? {};
  const command = commandOf(name, manifest);
  const file = command === null ? mainOf(folder, manifest) : resolve(folder, command);
  if (file !== null && statSync(file, { throwIfNoEntry: false })?.isFile()) return realpathSync(file);
  throw new KerntsError({ kind: 'package-not-runnable', name, missing: command });
}

function commandOf(name: string, { bin }: Manifest): string | null {
  if (typeof bin === 'string') return bin;
  const commands = Object.entries(bin ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = new Set(commands.map(([, file]) => file));
  if (files.size === 0) return null;
  const own = commands.find(([command]) => command === basename(name)) ?? (files.size === 1 ? commands[0] : undefined);
  if (own !== undefined) return own[1];
  throw new KerntsError({ kind: 'package-has-commands', name, commands: commands.map(([command]) => command) });
}

/** As `require` finds it, else what `exports` has for `import`. */
function mainOf(folder: string, { exports }: Manifest): string | null {
  const exported = targetOf((exports as Record<string, unknown> | undefined)?.['.'] ?? exports);
  if (exported !== null) return resolve(folder, exported);
  try {
    return createRequire(join(folder, 'package.json')).resolve('./');
  } catch {
    return null;
  }
}

/** Conditions count in the order in which they are written. */
function targetOf(target: unknown): string | null {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return null;
  for (const [condition, inner] of Object.entries(target)) {
    const found = ['node', 'import', 'default'].includes(condition) ? targetOf(inner) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A package's command may be anything that the system can run. */
export function isForNode(file: string): boolean {
  return SOURCE_FILE.test(file) || /^#!.*\bnode\b/.test(firstBytes(file));
}

function firstBytes(file: string): string {
  const start = Buffer.alloc(80);
  const descriptor = openSync(file, 'r');
  try {
    return start.toString('latin1', 0, readSync(descriptor, start));
  } finally {
    closeSync(descriptor);
  }
}
