/** The main script of a run without a file: runs `-c CODE` or the script from stdin as if it lay in the working directory. */
import Module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { withSourceContent } from '../hook/inline-map.js';
import type { VirtualEntry } from '../session.js';

const { profiling } = createRequire(__filename)('./preload.cjs') as typeof import('./preload.js');
if (profiling?.config.virtualEntry) run(profiling.config.virtualEntry);

interface MainModule extends NodeJS.Module {
  load(filename: string): void;
  _compile(code: string, filename: string): unknown;
}

function run({ path, text, argv }: VirtualEntry): void {
  process.argv.splice(1, 1, ...argv);
  const main = new Module(path) as MainModule;
  main.id = '.';
  process.mainModule = main;
  require.cache[path] = main;
  const compile = main._compile;
  // Node shows the line of an uncaught error, and would look for it on disk.
  main._compile = (code, filename) => compile.call(main, withSourceContent(code, text), filename);
  try {
    main.load(path);
  } catch (error) {
    if (!needsEsModule(error)) throw error;
    void import(pathToFileURL(path).href);
  }
}

/** tsx refuses before anything ran, so that the code can start again as an ES module. */
function needsEsModule(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransformError' && error.message.includes('Top-level await');
}
