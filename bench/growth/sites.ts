/** The text of a program with as many profiled lines as asked for. */

/** Lines of a function, so that it stays one that V8 compiles and inlines as usual. */
const LINES = 10;

export function programWith(lines: number): string {
  const functions: string[] = [];
  for (let first = 0; first < lines; first += LINES) {
    const own = Math.min(LINES, lines - first) - 1;
    const body = Array.from({ length: own }, (_, line) => `  memory[0] = (memory[0] * 31 + ${first + line}) | 0;\n`);
    functions.push(`function part${first}() {\n${body.join('')}  return memory[0];\n}\n`);
  }
  const names = functions.map((_, index) => `part${index * LINES}`);
  return `// @profile file
const memory = new Int32Array(1);
${functions.join('')}
const parts = [${names.join(', ')}];

// @profile ignore
export function run(rounds) {
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    for (let part = 0; part < parts.length; part++) kept = (kept + parts[part]()) | 0;
  }
  return kept;
}
`;
}
