/**
 * What a Node process finds in its environment when it belongs to a session: where the session's folder is, and in
 * `NODE_OPTIONS`, before the user's own, what to load first.
 */

/** Path of the session folder. */
export const SESSION_VARIABLE = 'KERNTS_SESSION';

/** The user's options stay as they are. Undefined: there were none. */
export function withRequire(nodeOptions: string | undefined, file: string): string {
  const own = requireOption(file);
  return nodeOptions === undefined ? own : `${own} ${nodeOptions}`;
}

/** Takes out what `withRequire` put in, wherever it stands by now. */
export function withoutRequire(nodeOptions: string, file: string): string | undefined {
  const own = requireOption(file);
  if (nodeOptions === own) return undefined;
  if (nodeOptions.startsWith(`${own} `)) return nodeOptions.slice(own.length + 1);
  return nodeOptions.replace(` ${own}`, () => '');
}

/**
 * Node splits at spaces outside of double quotes; a backslash escapes within them only.
 * https://github.com/nodejs/node/blob/v20.20.2/src/node_options.cc (`ParseNodeOptionsEnvVar`)
 */
function requireOption(file: string): string {
  const word = /[ "]/.test(file) ? `"${file.replace(/[\\"]/g, '\\$&')}"` : file;
  return `--require ${word}`;
}
