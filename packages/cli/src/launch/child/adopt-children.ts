/**
 * Processes that the program starts belong to its session, whatever environment the program gives them; it does not
 * see the variables itself. What Node calls last is wrapped, since all of `child_process` and `cluster` comes down to
 * it and it costs nothing before a process is started.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configFile } from '../session.js';
import { SESSION_VARIABLE, withRequire } from '../session-variables.js';
import { nodeBinding } from './node-binding.js';

/**
 * With one object, or from Node 24 on with its parts; the environment is a list of `NAME=value` in either.
 * https://github.com/nodejs/node/blob/v20.20.2/lib/internal/child_process.js (`spawn`, `spawnSync`)
 * https://github.com/nodejs/node/blob/v24.21.0/lib/internal/child_process.js (`spawn`)
 */
type Spawn = (this: unknown, ...args: readonly unknown[]) => unknown;
const ENV_PART = 3;

/** `dist`: the folder of this build. */
export function adoptChildren(folder: string, dist: string): void {
  const descendant = join(dist, 'descendant.cjs');
  // A process may outlive its session, and what it starts then is not to depend on files that may be gone.
  const isOpen = () => existsSync(configFile(folder)) && existsSync(descendant);
  const inSession = (pairs: unknown): unknown =>
    Array.isArray(pairs) && isOpen() ? adopted(pairs as readonly string[], folder, descendant) : pairs;
  const adopting = (spawn: Spawn): Spawn =>
    ({
      spawn(this: unknown, ...args: readonly unknown[]) {
        const [options] = args;
        return typeof options === 'object' && options !== null && 'envPairs' in options
          ? spawn.call(this, { ...options, envPairs: inSession(options.envPairs) })
          : spawn.apply(
              this,
              args.map((part, at) => (at === ENV_PART ? inSession(part) : part)),
            );
      },
    }).spawn;
  for (const holder of spawners()) holder.spawn = adopting(holder.spawn);
}

/** None where Node keeps them to itself, as with `--permission`. */
function spawners(): readonly { spawn: Spawn }[] {
  const processes = nodeBinding('process_wrap') as {
    readonly Process: { readonly prototype: { spawn: Spawn } };
  } | null;
  const synchronous = nodeBinding('spawn_sync') as { spawn: Spawn } | null;
  return processes === null || synchronous === null ? [] : [processes.Process.prototype, synchronous];
}

const OPTIONS = process.platform === 'win32' ? /^NODE_OPTIONS=/i : /^NODE_OPTIONS=/;

/** A kernts within the program has given its own child another session. */
function adopted(pairs: readonly string[], folder: string, descendant: string): readonly string[] {
  if (pairs.some((pair) => pair.startsWith(`${SESSION_VARIABLE}=`))) return pairs;
  const given = pairs.findLast((pair) => OPTIONS.test(pair));
  const options = withRequire(given?.slice(given.indexOf('=') + 1), descendant);
  return [...pairs.filter((pair) => !OPTIONS.test(pair)), `NODE_OPTIONS=${options}`, `${SESSION_VARIABLE}=${folder}`];
}
