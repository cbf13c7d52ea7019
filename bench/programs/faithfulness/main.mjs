/**
 * Arguments: a module with `run`, how often to call it, and with what. Prints the nanoseconds of all calls and what the
 * program measured of itself.
 */
const now = performance.now.bind(performance);
const [module, calls, rounds] = process.argv.slice(2);
const { run, measured } = await import(module);

let kept = 0;
const start = now();
// Many short calls rather than a long one: V8 compiles the function for good after some of them.
for (let call = 0; call < Number(calls); call++) {
  const result = run(Number(rounds));
  kept += typeof result === 'number' ? result : await result;
}
const totalNs = (now() - start) * 1e6;
console.log(JSON.stringify({ totalNs, kept, measured: measured ?? {} }));
