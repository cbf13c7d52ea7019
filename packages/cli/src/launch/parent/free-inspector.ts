/**
 * `--inspect` in `NODE_OPTIONS`, or before kernts, is meant for the program. But kernts' own Node has got the port first,
 * so kernts gives it back. A debugger that is attached to kernts itself, as `--inspect-brk` waits for one, has to detach.
 */
export function freeInspector(
  execArgv: readonly string[] = process.execArgv,
  nodeOptions = process.env['NODE_OPTIONS'],
): void {
  if (!hasFixedPort([...execArgv, nodeOptions ?? ''].join(' '))) return;
  // Loaded when needed: it costs a millisecond, and a Node may have been built without it.
  process.getBuiltinModule('node:inspector').close();
}

const INSPECT = /(?:^|\s)--inspect(?:-brk|-wait)?(?:=(\S+))?(?=\s|$)/g;

/** Port 0 is another one for each process. */
function hasFixedPort(options: string): boolean {
  return [...options.matchAll(INSPECT)].some(([, address]) => address === undefined || !/(?:^|:)0$/.test(address));
}
