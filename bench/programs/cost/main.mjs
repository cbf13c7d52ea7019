/**
 * Arguments: a program and how often to repeat it. Prints one line of JSON: milliseconds from the first repetition to
 * the last, so neither start nor load is in them, and what shows that the contender was at work.
 */
const now = performance.now.bind(performance);
const [program, repetitions] = process.argv.slice(2);
const { run } = await import(program);

/** Nanoseconds of a clock reading in this process, undisturbed. */
function priceOfClock() {
  const readings = 20_000;
  let fastest = Infinity;
  for (let trial = 0; trial < 9; trial++) {
    const start = now();
    let last = start;
    for (let i = 0; i < readings; i++) last = now();
    fastest = Math.min(fastest, last - start);
  }
  return (fastest * 1e6) / readings;
}

/** What istanbul's counters or the map per statement hold at the end. */
function counted() {
  const files = Object.values(globalThis.__coverage__ ?? {});
  const counters = files.flatMap(({ s }) => Object.values(s));
  return counters.reduce((sum, count) => sum + count, globalThis.benchStatements?.size ?? 0);
}

let checksum = 0;
const start = now();
for (let repetition = 0; repetition < Number(repetitions); repetition++) {
  const result = run();
  checksum = (checksum * 31 + (typeof result === 'number' ? result : await result)) % 2 ** 40;
}
const ms = now() - start;
console.log(JSON.stringify({ ms, checksum, counted: counted(), clockNs: priceOfClock() }));
