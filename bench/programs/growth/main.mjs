/** Arguments: a module with `run`, and what to call it with. Prints what it took and how much memory there is at the end. */
const now = performance.now.bind(performance);
const [module, rounds] = process.argv.slice(2);
const { run } = await import(module);
const startedAt = performance.timeOrigin + now();
const start = now();
const kept = run(Number(rounds));
const ms = now() - start;
globalThis.gc?.();
const { rss, arrayBuffers } = process.memoryUsage();
console.log(JSON.stringify({ ms, kept, startedAt, rss, arrayBuffers, endedAt: performance.timeOrigin + now() }));
