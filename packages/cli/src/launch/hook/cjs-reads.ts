/**
 * CommonJS: tsx's extension handlers read a file themselves with `fs.readFileSync`, past all load hooks. So the one
 * read that follows `module.load` is answered with the woven text.
 *
 * `Module.prototype.load` becomes an accessor: it is read once per module, directly before it is called. Wrapping
 * the call instead would put a frame of kernts' into every stack trace below a module.
 */
import fs from 'node:fs';
import Module from 'node:module';
import { WOVEN_MARKER } from '@kernts/runtime';
import { readsModulesByPromise } from '../node-features.js';
import type { VirtualEntry } from '../session.js';
import { isSourceOfModule, SOURCE_FILE, type Weaver } from './weaver.js';

interface LoadingModule {
  readonly id: string;
  _compile(code: string, filename: string, format?: 'commonjs'): unknown;
}
type Load = (this: LoadingModule, filename: string) => void;
type ModuleInternals = typeof Module & {
  readonly prototype: { load: Load };
  readonly _cache: Readonly<Record<string, LoadingModule | undefined>>;
  readonly _extensions: { '.js': (module: LoadingModule, filename: string) => void };
};

export function weaveCommonJs(weaver: Weaver, virtualEntry: VirtualEntry | null): void {
  const internals = Module as ModuleInternals;
  const { prototype } = internals;
  let load = prototype.load;
  // V8 names a frame by the property that holds its function: behind the accessor it still finds `Module.load`.
  const named = Object.create(Object.getPrototypeOf(prototype), {
    load: { value: load, configurable: true, enumerable: true },
  });
  Object.setPrototypeOf(prototype, named);
  Object.defineProperty(prototype, 'load', {
    configurable: true,
    enumerable: true,
    get(this: LoadingModule) {
      const path = pathOf(this, internals);
      if (path !== null) {
        substituteNextRead(path, weaver, virtualEntry);
        if (isReadAhead(path, internals)) readNextAnew(internals);
      }
      return load;
    },
    set(replacement: Load) {
      load = replacement;
    },
  });
}

function substituteNextRead(path: string, weaver: Weaver, virtualEntry: VirtualEntry | null): void {
  const readFileSync = fs.readFileSync;
  const once = (...args: Parameters<typeof readFileSync>): ReturnType<typeof readFileSync> => {
    if (fs.readFileSync === once) fs.readFileSync = readFileSync;
    const content = args[0] === virtualEntry?.path ? virtualEntry.text : readFileSync(...args);
    return args[0] === path && typeof content === 'string' ? weaver.weave(path, content) : content;
  };
  fs.readFileSync = once as typeof readFileSync;
}

/**
 * On Node 20, a module that an ES module imports, as the main module is with `--import`, was read before it is loaded; on
 * every Node one without an ending, which tsx leaves to Node.
 * https://github.com/nodejs/node/blob/v20.20.2/lib/internal/modules/cjs/loader.js (`Module._extensions['.js']`)
 */
function isReadAhead(path: string, { _extensions }: ModuleInternals): boolean {
  if (!SOURCE_FILE.test(path)) return isSourceOfModule(path);
  return readsModulesByPromise && NODES_OWN.test(_extensions['.js'].toString());
}

/** The read is the one that is substituted. */
function readNextAnew({ _extensions }: ModuleInternals): void {
  const handler = _extensions['.js'];
  _extensions['.js'] = (module, filename) => {
    _extensions['.js'] = handler;
    const code = fs.readFileSync(filename, 'utf8');
    if (code.includes(WOVEN_MARKER)) module._compile(code.replace(BYTE_ORDER_MARK, ''), filename, 'commonjs');
    else handler(module, filename);
  };
}

const BYTE_ORDER_MARK = /^\uFEFF/;
/** Within Node, methods of built-ins have such names. */
const NODES_OWN = /\bStringPrototypeEndsWith\b/;

/** The module's file, without the query that tsx may put behind it. The main module's id is `.`. */
function pathOf(module: LoadingModule, { _cache }: ModuleInternals): string | null {
  const id = module?.id === '.' ? Object.keys(_cache).find((key) => _cache[key] === module) : module?.id;
  return id === undefined ? null : id.replace(/\?.*$/s, '');
}
