import ts from 'typescript';
import { javaScript, typeScript } from './sample-source.mjs';
import { show } from './show.mjs';

const files = new Map([
  [
    '/src/reader.ts',
    'export interface Reader { read(): string }\nexport class FileReader implements Reader { read() { return 1; } }\n',
  ],
  [
    '/src/writer.ts',
    'export interface Writer { }\nexport const write = (text: string, times = 1): string => text.repeat(times);\nwrite(2);\n',
  ],
  ['/src/sample.ts', typeScript],
  ['/src/sample.js', javaScript],
  [
    '/src/view.tsx',
    'declare namespace JSX { interface IntrinsicElements { b: { title?: string } } interface Element {} }\ndeclare const h: any;\nexport const view = (n: number) => <b title={n}>{[n, "x"].map((e) => <>{e}</>)}</b>;\n',
  ],
  [
    '/src/flow.ts',
    `import { write } from './writer';
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; a: number } | { kind: 'line' };
export function area(shape: Shape): number {
  switch (shape.kind) { case 'circle': return shape.r ** 2; case 'square': return shape.a; }
}
export async function* steps(items: Iterable<string | null>) {
  for (const item of items) { if (item === null) continue; yield item.toUpperCase(); await write(item); }
  const { length, ...rest } = [...items]; return { length, rest };
}
export class Counter { accessor total = 0; #step?: number; static { Counter.prototype; } next = () => this.#step?.toFixed() ?? this.missing; }
let unused: string = undefined; const x: readonly number[] = [1]; x.push(2); for (const k in x) k.foo; area({ kind: 'oval' });
function generic<T extends { id: K }, K extends keyof any>(a: T[], by: K): Record<K, T> { return a.reduce((m, e) => ({ ...m, [e.id]: e }), {} as Record<K, T>); }
generic([{ id: 'a' }], 'b').a.id.length; new Promise<number>((r) => r('1')); export const big = 2n ** 3n;
`,
  ],
  [
    '/src/decorated.ts',
    `function log(target: any, key?: any) { return target; }
@log export class Service { @log method(@log a: string) { return a; } @log field = 1; private constructor(readonly x: number) {} }
new Service(1); abstract class A { abstract b(): void } new A(); class B extends A { }
`,
  ],
]);

const library = new Map();
function readLibrary(path) {
  if (!library.has(path)) library.set(path, ts.sys.readFile(path));
  return library.get(path);
}

function hostFor(options, written) {
  const own = (path) => files.get(path);
  const folder = ts.getDirectoryPath(ts.getDefaultLibFilePath(options));
  const readFile = (path) => own(path) ?? (path.startsWith(folder) ? readLibrary(path) : undefined);
  return {
    getSourceFile: (path, version) => {
      const text = readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version, true);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => '/src',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => readFile(path) !== undefined,
    readFile,
    writeFile: (path, text) => written.set(path, text),
    directoryExists: () => true,
    getDirectories: () => [],
  };
}

function compile(label, options) {
  const written = new Map();
  const host = hostFor(options, written);
  const program = ts.createProgram([...files.keys()], options, host);
  const diagnostics = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  show(`${label} diagnostics`, ts.formatDiagnostics(diagnostics, host));
  for (const [path, text] of written) show(`${label} ${path}`, text);
  return program;
}

const base = {
  strict: true,
  allowJs: true,
  jsx: ts.JsxEmit.React,
  jsxFactory: 'h',
  jsxFragmentFactory: 'h',
  noUnusedLocals: true,
  types: [],
};
const program = compile('ES2022', {
  ...base,
  outDir: '/out',
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  declaration: true,
  sourceMap: true,
  lib: ['lib.es2022.d.ts'],
});
compile('ES5', {
  ...base,
  outDir: '/out',
  target: ts.ScriptTarget.ES5,
  module: ts.ModuleKind.CommonJS,
  downlevelIteration: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  importHelpers: false,
  lib: ['lib.es2022.d.ts'],
});

const checker = program.getTypeChecker();
const flow = program.getSourceFile('/src/flow.ts');
const visit = (node) => {
  if (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isClassDeclaration(node)) {
    show(
      ts.SyntaxKind[node.kind],
      `${node.name?.getText()} : ${checker.typeToString(checker.getTypeAtLocation(node))}`,
    );
  }
  ts.forEachChild(node, visit);
};
visit(flow);

show(
  'transpiled',
  ts.transpileModule(typeScript, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2015, module: ts.ModuleKind.System },
  }).outputText,
);
show(
  'printed',
  ts.createPrinter({ removeComments: true }).printFile(ts.createSourceFile('a.js', javaScript, ts.ScriptTarget.Latest)),
);

const service = ts.createLanguageService({
  ...hostFor(base, new Map()),
  getCompilationSettings: () => ({ ...base, lib: ['lib.es2022.d.ts'] }),
  getScriptFileNames: () => ['/src/flow.ts', '/src/writer.ts'],
  getScriptVersion: () => '1',
  getScriptSnapshot: (path) => {
    const text = files.get(path) ?? readLibrary(path);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
});
const at = files.get('/src/flow.ts').indexOf('area(');
show(
  'quick info',
  service
    .getQuickInfoAtPosition('/src/flow.ts', at)
    ?.displayParts?.map(({ text }) => text)
    .join(''),
);
show(
  'references',
  service.findReferences('/src/flow.ts', at)?.flatMap(({ references }) => references.map(({ textSpan }) => textSpan)),
);
show(
  'completions',
  service
    .getCompletionsAtPosition('/src/flow.ts', files.get('/src/flow.ts').indexOf('item.to') + 5, {})
    ?.entries.map(({ name }) => name),
);
show('outline', JSON.stringify(service.getNavigationTree('/src/flow.ts')));
show('formatted', service.getFormattingEditsForDocument('/src/flow.ts', ts.getDefaultFormatCodeSettings('\n')).length);
show('organised', service.organizeImports({ type: 'file', fileName: '/src/flow.ts' }, {}, {}));
