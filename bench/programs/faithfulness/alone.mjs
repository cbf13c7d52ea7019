/** Argument: a module with `lines`, each a line alone in a loop. Prints nanoseconds per round of each. */
const PASSES = 31;
const PASS_MS = 0.5;
const WARM_UP_MS = 100;
const now = performance.now.bind(performance);
const { lines } = await import(process.argv[2]);
let kept = 0;

function timeOf(line, rounds) {
  const start = now();
  kept += line(rounds);
  return now() - start;
}

const rounds = lines.map((line) => {
  let done = 0;
  let ms = 0;
  while (ms < WARM_UP_MS) {
    ms += timeOf(line, done + 1);
    done = 2 * done + 1;
  }
  // Of the second half alone: compiled by then.
  const half = Math.ceil(done / 2);
  return Math.max(1, Math.ceil((PASS_MS / timeOf(line, half)) * half));
});
const times = lines.map(() => []);
for (let pass = 0; pass < PASSES; pass++) {
  for (const [index, line] of lines.entries()) times[index].push((timeOf(line, rounds[index]) * 1e6) / rounds[index]);
}
const ns = times.map((own) => own.sort((a, b) => a - b)[PASSES >> 1]);
console.log(JSON.stringify({ ns, kept }));
