/** Starts a process again and again, in the session of kernts and out of it by turns; prints the times in ms. */
const { spawnSync } = require('node:child_process');

const [rounds, file, ...args] = process.argv.slice(2);
// kernts leaves a process alone that is given a session already.
const alone = { ...process.env, KERNTS_SESSION: '' };

function elapsedMs(env) {
  const start = performance.now();
  const { status, stderr } = spawnSync(file, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

elapsedMs(alone);
elapsedMs(process.env);
const times = Array.from({ length: Number(rounds) }, () => [elapsedMs(alone), elapsedMs(process.env)]);
console.log(JSON.stringify(times));
