/**
 * ES modules on Node 20, which has no `module.registerHooks`, and for whose `module.register` every process would pay
 * with a thread: the module loader's own read is answered with the woven text. Anybody else's is not.
 * https://github.com/nodejs/node/blob/v20.20.2/lib/internal/modules/esm/load.js (`getSource`)
 */
import { fileURLToPath } from 'node:url';
import { isSourceOfModule, type Weaver } from './weaver.js';

const READER = 'node:internal/modules/esm/load:';

export function weaveEsmReads(weaver: Weaver): void {
  // Loaded late: it takes a millisecond, which every Node process of the program would pay.
  const fsPromises = process.getBuiltinModule('node:fs/promises');
  const { readFile: plain } = fsPromises;
  const readFile = (...args: Parameters<typeof plain>): ReturnType<typeof plain> => {
    const [url] = args;
    const isSource = args.length === 1 && url instanceof URL && isSourceOfModule(url.pathname);
    return isSource && isModuleLoader() ? wovenText(url, weaver) : plain(...args);
  };
  const wovenText = async (url: URL, { weave }: Weaver) => weave(fileURLToPath(url), await plain(url, 'utf8'));
  fsPromises.readFile = readFile as typeof plain;
}

/** The frames behind `readFile`, whatever the program does with stack traces. */
function isModuleLoader(): boolean {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 4;
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  try {
    return new Error().stack?.includes(READER) === true;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace !== undefined) Error.prepareStackTrace = prepareStackTrace;
  }
}
