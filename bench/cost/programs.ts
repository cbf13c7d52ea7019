/** The programs of `bench/programs/cost`, and what of them is profiled. */

export interface Program {
  readonly name: string;
  /** The file that is run, without its ending, where it has another name: the same, more often. */
  readonly script?: string;
  /** Chosen so that the plain program takes some 150 to 400 ms. */
  readonly repetitions: number;
  /** The one function of the setting `hot`, by the name that selectors use, and the file that holds it. */
  readonly hot: { readonly file: string; readonly name: string };
  readonly library?: Library;
  /** What the program finds as `input.txt`: the same text for every contender, whoever wove the file itself. */
  readonly input?: string;
  /** `bench/programs/cost` holds the same program in Python. */
  readonly python?: true;
}

export interface Library {
  readonly packageName: string;
  /** Those that the program loads. */
  readonly files: readonly string[];
}

const acorn = {
  hot: { file: 'node_modules/acorn/dist/acorn.mjs', name: 'pp.readWord1' },
  library: { packageName: 'acorn', files: ['dist/acorn.mjs'] },
  input: 'node_modules/acorn/dist/acorn.mjs',
};

const own = (name: string, hot: string, repetitions: number): Program => ({
  name,
  repetitions,
  hot: { file: `${name}.mjs`, name: hot },
});

export const programs: readonly Program[] = [
  { ...own('julia', 'calcPoint', 15), python: true },
  { ...own('primes', 'isPrime', 150), python: true },
  { ...own('bubble-sort', 'bubbleSort', 280), python: true },
  own('nbody', 'advance', 220),
  own('json-parser', 'parseValue', 300),
  own('strings', 'renderRow', 130),
  own('maps', 'countWords', 200),
  own('objects', 'makeTree', 500),
  own('richards', 'Scheduler.schedule', 170),
  own('async-pipeline', 'stage', 40),
  { ...acorn, name: 'acorn', repetitions: 10 },
  // In the first parses, V8 mostly interprets and compiles; in these it has done so.
  { ...acorn, name: 'acorn, 80 times', script: 'acorn', repetitions: 80 },
  {
    name: 'marked',
    repetitions: 20,
    hot: { file: 'node_modules/marked/lib/marked.esm.js', name: 'l.#e' },
    library: { packageName: 'marked', files: ['lib/marked.esm.js'] },
  },
  {
    name: 'prettier',
    repetitions: 8,
    hot: { file: 'node_modules/prettier/doc.mjs', name: 'printDocToString' },
    library: { packageName: 'prettier', files: ['index.mjs', 'doc.mjs', 'plugins/babel.mjs', 'plugins/estree.mjs'] },
    input: 'programs/cost/richards.mjs',
  },
];

export function scriptOf({ name, script = name }: Pick<Program, 'name' | 'script'>): string {
  return script;
}

/** Every file of which the setting `all` profiles each function. */
export function filesOf({ library, ...program }: Program): string[] {
  const inLibrary = library?.files.map((file) => `node_modules/${library.packageName}/${file}`) ?? [];
  return [`${scriptOf(program)}.mjs`, ...inLibrary];
}
