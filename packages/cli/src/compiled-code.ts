/**
 * A file of this build as V8 has compiled it in an earlier run: parsing the command and compiling what a run calls of it
 * takes 10 ms, which the program would wait for. Node's `module.enableCompileCache` is not there on Node 20.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

export interface CompiledCode {
  readonly exports: unknown;
  /** Keeps what is compiled by now, unless that was kept before. */
  keep(folder: string | null): void;
}

/** Runs a CommonJS file without `import()`. `folder`: where compiled code is kept; null: it is compiled anew. */
export function runCompiled(file: string, folder: string | null): CompiledCode {
  const source = readFileSync(file);
  const origin = originOf(source);
  const cachedData = folder === null ? undefined : readKept(join(folder, nameOfKept()), origin);
  const script = new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    keep(kept) {
      if (kept !== null && cachedData === undefined) {
        writeDurably(join(kept, nameOfKept()), Buffer.concat([script.createCachedData(), origin]));
      }
    },
  };
}

/** V8 takes what was compiled under its own version and flags alone; each of them has a file. */
function nameOfKept(): string {
  return `code-${process.version}-${process.arch}-${encodeURIComponent(optionsOfNode()).slice(0, 100)}`;
}

function optionsOfNode(): string {
  return [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ').trim();
}

/** What the code was made of: another Node may call itself by the same version. */
function originOf(source: Buffer): Buffer {
  const { mtimeMs, size } = statSync(process.execPath);
  return Buffer.concat([source, Buffer.from(JSON.stringify([process.execPath, mtimeMs, size, optionsOfNode()]))]);
}

/** The file ends in its origin, as a whole, so that nothing has to be hashed. */
function readKept(path: string, origin: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(path);
    const end = kept.length - origin.length;
    return end > 0 && kept.subarray(end).equals(origin) ? kept.subarray(0, end) : undefined;
  } catch {
    return undefined;
  }
}

/** V8 believes what it is given, so not even a loss of power may leave a file of which parts are missing. */
function writeDurably(path: string, content: Buffer): void {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    const file = openSync(unfinished, 'w', 0o600);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
