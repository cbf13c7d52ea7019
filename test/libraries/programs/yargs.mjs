import yargs from 'yargs';
import { attemptLater, show } from './show.mjs';

const cli = () =>
  yargs([])
    .scriptName('tool')
    .version('1.2.3')
    .locale('en')
    .wrap(80)
    .env('TOOL')
    .strict()
    .usage('$0 <command>', 'a tool for tests')
    .command(
      ['build [files..]', 'b'],
      'builds',
      (y) =>
        y
          .positional('files', { type: 'string', describe: 'what' })
          .option('watch', { alias: 'w', type: 'boolean' })
          .option('level', { choices: ['low', 'high'], default: 'low' })
          .conflicts('watch', 'level'),
      (argv) => show('build', argv),
    )
    .command({
      command: 'serve <port>',
      describe: 'serves',
      builder: {
        host: { default: 'local', requiresArg: true },
        secure: { type: 'boolean', implies: 'cert' },
        cert: { type: 'string' },
      },
      handler: async (argv) => {
        await null;
        show('serve', argv);
      },
    })
    .command('fail', 'fails', {}, async () => {
      throw new Error('in handler');
    })
    .command('nested', 'has commands', (y) =>
      y
        .command('one <a> [b]', 'first', {}, (argv) => show('nested one', argv))
        .command('two', false, {}, () => {})
        .demandCommand(1, 'say which'),
    )
    .command(
      '$0',
      'the default',
      (y) => y.option('x', { array: true, number: true }),
      (argv) => show('default', argv),
    )
    .option('verbose', { alias: ['v', 'loud'], count: true, group: 'Output:' })
    .option('config', { config: true, configParser: (path) => ({ fromConfig: path, level: 'high' }), global: false })
    .option('tags', { coerce: (text) => text.split(','), describe: 'comma\nseparated', nargs: 1 })
    .option('old', { deprecated: 'use new', hidden: false, normalize: true })
    .middleware((argv) => {
      argv.seen = Object.keys(argv).length;
    })
    .check((argv) => {
      if (argv.tags?.includes('bad')) throw new Error('bad tag');
      return true;
    })
    .example('$0 build x', 'builds x')
    .epilogue('the end')
    .recommendCommands()
    .showHelpOnFail(false)
    .parserConfiguration({
      'boolean-negation': true,
      'populate--': true,
      'dot-notation': true,
      'duplicate-arguments-array': true,
    })
    .exitProcess(false)
    .help();
const lines = [
  'build a b -w',
  'b a --level high -vvv',
  'build --level none',
  'build -w --level high',
  'serve 80',
  'serve',
  'serve 80 --secure',
  'serve 80 --secure --cert c',
  'serve 80 --host',
  'fail',
  'nested',
  'nested one 1 2',
  'nested one',
  'nested three',
  '--x 1 2 3 --x 4',
  '--tags a,b',
  '--tags bad',
  '--tags',
  '--unknown 1',
  'biuld',
  '--help',
  'build --help',
  'nested --help',
  '--version',
  '--no-verbose',
  '--old ../a/./b',
  'build a -- --raw',
  '--config some.json',
  "--tags='x y' --x -1",
  '-v -v --loud',
  'a.b.c',
  '--x.y.z 1',
];
for (const line of lines) {
  await attemptLater(line, async () => {
    const outputs = [];
    try {
      return await cli()
        .fail((message, error) => {
          outputs.push(['fail', message, error?.message]);
        })
        .parse(line, {}, (error, argv, output) => outputs.push([error?.message, argv?._, output]));
    } finally {
      show('output', outputs);
    }
  });
}
show('help', await cli().getHelp());
show(
  'completion',
  await cli()
    .completion('completion', async (current, argv) => [current, argv._.length])
    .getCompletion(['', 'b']),
);
show('parsed', yargs('--a.b 1 -c d -ef 2 --g=h --no-i 0x10 1e3 --j --k=').help(false).version(false).parse());
for (const [key, value] of Object.entries({
  array: ['-a', '1', '2'],
  boolean: ['-a', 'x'],
  number: ['-a', 'x'],
  string: ['-a', '0012'],
  count: ['-aaa'],
}))
  show(key, yargs(value)[key]('a').help(false).version(false).parse());
await attemptLater('async check', () =>
  yargs('--n 3')
    .option('n', { coerce: async (n) => n * 2 })
    .exitProcess(false)
    .parseAsync(),
);
