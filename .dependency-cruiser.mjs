/** Who may import whom. Each comment says what is lost when its rule is broken. */
import { outputs } from './scripts/outputs.mjs';

const tests = '\\.test\\.ts$|^packages/[^/]+/test/';
const entries = outputs.flatMap(({ folder, entries }) =>
  Object.values(entries).map((source) => `^${source.replace('.', folder).replace('.ts', '\\.ts')}$`),
);
const inputOutput = '^(fs|process|child_process|cluster|net|http|https|http2|dgram|readline|repl|tty)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'runtime-imports-no-package',
      comment:
        'The runtime is part of every profiled program: a package in it could be another version of the program’s own.',
      severity: 'error',
      from: { path: '^packages/runtime/src/', pathNot: tests },
      to: { path: ['node_modules/', '^packages/(?!runtime/)'] },
    },
    {
      name: 'runtime-counts-without-io',
      comment: 'Only how a program ends needs files and hooks; anywhere else they change what the program itself sees.',
      severity: 'error',
      from: { path: '^packages/runtime/src/', pathNot: [tests, '/(write-at-exit|write-whole|scribe-thread)\\.ts$'] },
      to: { dependencyTypes: ['core'], path: inputOutput },
    },
    {
      name: 'transformer-does-no-io',
      comment:
        'Text in, text out: reading anything else makes the weave depend on where it runs, and no cache of it is right.',
      severity: 'error',
      from: { path: '^packages/transformer/src/', pathNot: tests },
      to: { dependencyTypes: ['core'], path: inputOutput },
    },
    {
      name: 'transformer-takes-only-the-probe-abi',
      comment:
        'Woven code and runtime meet in the ABI alone; knowing more of the runtime ties their releases together.',
      severity: 'error',
      from: { path: '^packages/transformer/src/', pathNot: tests },
      to: { path: '^packages/runtime/', pathNot: '^packages/runtime/src/probe-abi\\.ts$' },
    },
    {
      name: 'libraries-know-no-command',
      comment:
        'Transformer and runtime serve any pipeline; once they import the command line, nobody else can use them.',
      severity: 'error',
      from: { path: '^packages/(transformer|runtime)/' },
      to: { path: '^packages/cli/' },
    },
    {
      name: 'packages-meet-at-their-entries',
      comment:
        'What is not an entry may change on any day; an import past the entry works here and fails once installed.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|probe-abi|babel-plugin)\\.ts$'],
      },
    },
    {
      name: 'select-before-plan-before-weave',
      comment:
        'A phase that calls a later one decides on what is not decided yet, and cannot be tested by its result alone.',
      severity: 'error',
      from: { path: '^packages/transformer/src/1-' },
      to: { path: '^packages/transformer/src/([23]-|pipeline|index|babel-plugin)' },
    },
    {
      name: 'plan-before-weave',
      comment:
        'Planning answers with plain data; reaching for the weave would change the source before all is decided.',
      severity: 'error',
      from: { path: '^packages/transformer/src/2-' },
      to: { path: '^packages/transformer/src/(3-|pipeline|index|babel-plugin)' },
    },
    {
      name: 'weave-ends-the-pipeline',
      comment: 'The last phase is told what to do; when it calls the pipeline, a file could be woven twice.',
      severity: 'error',
      from: { path: '^packages/transformer/src/3-' },
      to: { path: '^packages/transformer/src/(pipeline|index|babel-plugin)' },
    },
    {
      name: 'child-stays-apart-from-the-command',
      comment:
        'What runs in the profiled process is loaded at each start: the command’s parts in it cost every program time.',
      severity: 'error',
      from: { path: '^packages/cli/src/(launch/(child|hook)|plugin)/', pathNot: tests },
      to: {
        path: '^packages/cli/src/(bin|main|command-line/|commands/|profile/|report/)|node_modules/(commander|chalk)/',
      },
    },
    {
      name: 'report-is-a-function-of-rows',
      comment: 'A reporter that reads or prints by itself cannot be tested by its text, nor serve another destination.',
      severity: 'error',
      from: { path: '^packages/cli/src/report/', pathNot: tests },
      to: { path: [inputOutput, '^packages/cli/src/(bin|main|command-line/|commands/|launch/)'] },
    },
    {
      name: 'profile-knows-no-presentation',
      comment: 'Reading and merging serve every report; once they know one, the next report inherits its decisions.',
      severity: 'error',
      from: { path: '^packages/cli/src/profile/', pathNot: tests },
      to: { path: '^packages/cli/src/(bin|main|command-line/|commands/|launch/|report/)' },
    },
    {
      name: 'sources-stand-without-tests',
      comment: 'Tests and benchmarks are not published: a source that imports them is missing a file once installed.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: tests },
      to: { path: ['^(test|bench|scripts)/', tests] },
    },
    {
      name: 'own-entry-is-for-others',
      comment: 'A file that imports its package’s own index pulls in everything and soon closes a cycle.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/', pathNot: tests },
      to: { path: '^packages/$1/src/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'In a cycle the order of evaluation decides which import is still undefined.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'files-are-named-for-what-they-do',
      comment: 'A file called utils gathers whatever has no home; name it after its one concept.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(/|\\.ts$)', pathNot: 'node_modules/' },
    },
    {
      name: 'dependencies-are-declared',
      comment:
        'An import that the package’s own package.json does not name works only as long as something else installs it.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'A path that leads nowhere fails when the file is loaded, which may be only at a user’s.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'every-file-is-reached',
      comment: 'A source that no entry imports is dead; delete it or use it.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^packages/[^/]+/src/', pathNot: [tests, ...entries], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages/[^/]+/dist|bench/node_modules|examples/[^/]+/node_modules|\\.cache|test/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
