/** `-p` targets: what each names, looked up before the program starts. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { loadGlobs } from '../../globs.js';
import type { SelectorMiss } from '../../messages/selecting.js';
import { KerntsError } from '../../messages.js';
import type { Target } from '../hook/targets.js';
import { SOURCE_FILE } from '../hook/weaver.js';
import type { VirtualEntry } from '../session.js';
import type { WeaveText } from '../woven-file.js';
import { packageFolder } from './installed-package.js';

export interface Surroundings {
  readonly cwd: string;
  /** A program that is no file can be named all the same. */
  readonly virtualEntry: VirtualEntry | null;
  readonly weaveText: WeaveText;
}

export function lookUpTargets(selectors: readonly string[], around: Surroundings): Promise<readonly Target[]> {
  return Promise.all(selectors.map((selector) => lookUp(selector, around)));
}

async function lookUp(selector: string, { cwd, virtualEntry, weaveText }: Surroundings): Promise<Target> {
  const path = resolve(cwd, selector);
  if (virtualEntry !== null && selector === basename(virtualEntry.path)) {
    return { kind: 'file', path: virtualEntry.path, functions: null };
  }
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return { kind: 'file', path: realpathSync(path), functions: null };
    return filesOf(selector, join(selector, '**').replaceAll(sep, '/'), cwd);
  }
  // The name is what follows the last colon; a drive letter's colon is followed by a slash.
  const [, file, name] = /^(.+):([^:/\\]+)$/.exec(selector) ?? [];
  if (file !== undefined && name !== undefined && existsSync(resolve(cwd, file))) {
    const real = realpathSync(resolve(cwd, file));
    requireFunction(selector, { file, real, name }, weaveText);
    return { kind: 'file', path: real, functions: [name] };
  }
  if (loadGlobs().isDynamicPattern(selector)) return filesOf(selector, selector, cwd);
  const folder = packageFolder(selector, cwd);
  if (folder !== null) return { kind: 'package', name: selector, folder: join(realpathSync(folder), sep) };
  throw miss(selector, { kind: PACKAGE_NAME.test(selector) ? 'no-such-package' : 'no-such-file' });
}

/** Installed packages are left out unless the glob names them. */
function filesOf(selector: string, pattern: string, cwd: string): Target {
  const { globSync } = loadGlobs();
  const ignore = pattern.includes('node_modules') ? [] : ['**/node_modules/**'];
  const found = globSync(pattern, { cwd, absolute: true, ignore, expandDirectories: false });
  const paths = found.filter((path) => SOURCE_FILE.test(path)).map((path) => realpathSync(path));
  if (paths.length === 0) throw miss(selector, { kind: 'no-such-file' });
  return { kind: 'files', paths };
}

interface NamedFunction {
  readonly file: string;
  readonly real: string;
  readonly name: string;
}

function requireFunction(selector: string, { file, real, name }: NamedFunction, weaveText: WeaveText): void {
  const source = readFileSync(real, 'utf8');
  const { description, syntaxError } = weaveText(real, source, { kind: 'all' }, 'off');
  if (syntaxError !== null) throw new KerntsError({ kind: 'syntax-error', file, ...syntaxError });
  const functions = (description?.functions ?? []).map((fn) => fn.name.replace(/^-?\d+:/, ''));
  if (functions.includes(name)) return;
  throw miss(selector, {
    kind: 'no-such-function',
    file,
    name,
    functions: functions.filter((other) => !other.startsWith('<')),
  });
}

const PACKAGE_NAME = /^(@[\w.-]+\/)?[\w-][\w-]*$/;

function miss(selector: string, reason: SelectorMiss): KerntsError {
  return new KerntsError({ kind: 'selector-matches-nothing', selector, reason });
}
