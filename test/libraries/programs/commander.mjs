import { Argument, Command, createOption, InvalidArgumentError, Option } from 'commander';
import { attemptLater, show } from './show.mjs';

function make() {
  const program = new Command('tool')
    .version('1.0.0', '-V, --version', 'tell the version')
    .description('does things')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => show('out', text),
      writeErr: (text) => show('err', text),
      getOutHelpWidth: () => 70,
      getErrHelpWidth: () => 70,
      outputError: (text, write) => write(`! ${text}`),
    })
    .option('-d, --debug', 'debug')
    .option('-n, --number <n>', 'a number', (text, before) => {
      const n = Number(text);
      if (Number.isNaN(n)) throw new InvalidArgumentError('Not a number.');
      return n + (before ?? 0);
    })
    .option('--no-colour', 'without colour')
    .option('-l, --list <items...>', 'several')
    .option('-o, --optional [value]', 'maybe', 'dflt')
    .addOption(
      new Option('-c, --choice <x>', 'choose').choices(['a', 'b']).default('a', 'the first').env('TOOL_CHOICE'),
    )
    .addOption(new Option('-s, --secret').hideHelp())
    .addOption(createOption('--free').conflicts('debug').implies({ implied: 3 }))
    .addOption(new Option('-p, --preset [n]').preset('12').argParser(Number.parseInt))
    .hook('preAction', (self, action) => show('before', [self.name(), action.name()]))
    .hook('postAction', () => show('after', 1))
    .hook('preSubcommand', (_self, sub) => show('sub', sub.name()))
    .addHelpText('before', 'BEFORE')
    .addHelpText('afterAll', ({ error }) => `AFTER ${error}`)
    .showSuggestionAfterError()
    .showHelpAfterError('(try --help)')
    .enablePositionalOptions();
  program
    .command('copy <from> [to...]')
    .alias('cp')
    .description('copies', { from: 'source', to: 'targets' })
    .option('-f, --force')
    .action(function (from, to, options, command) {
      show('copy', [from, to, options, command.optsWithGlobals(), this.args]);
    });
  program
    .command('wait')
    .argument('[ms]', 'how long', Number, 1)
    .addArgument(new Argument('<kind>').choices(['x', 'y']))
    .action(async (ms, kind) => {
      await null;
      show('wait', [ms, kind]);
    });
  program.command('fail').action((_options, command) => command.error('went wrong', { exitCode: 7, code: 'my.code' }));
  program
    .command('rest', { hidden: true })
    .passThroughOptions()
    .allowUnknownOption()
    .argument('[args...]')
    .action((args, _o, command) => show('rest', [args, command.parent.name()]));
  const group = program.command('group').summary('a group').helpGroup('Groups:');
  group
    .command('inner', { isDefault: true })
    .requiredOption('-r, --required <x>')
    .option('--on')
    .option('--no-on')
    .action((options) => show('inner', options));
  group
    .command('strict')
    .allowExcessArguments(false)
    .action(() => show('strict', 1));
  return program;
}
for (const line of [
  'copy a b c -f',
  'cp a',
  'copy',
  'wait 3 x',
  'wait 3 z',
  'wait',
  'fail',
  'rest a --b -c',
  'group inner -r 1',
  'group inner',
  'group -r 2 --no-on',
  'group strict x',
  'group nothing',
  '--help',
  'help copy',
  'copy --help',
  'group help strict',
  '-V',
  '-n 1 -n 2 wait 1 y',
  '-n x wait',
  '--list a b c -- wait',
  '-o',
  '-oval cp q',
  '--optional=3 cp q',
  '-c z',
  '-c b cp q',
  '--free -d cp q',
  '--free cp q',
  '--no-colour cp q',
  '-p cp',
  '-p5 cp q',
  '--debg',
  'coppy',
  '-ds cp q',
  '',
  '-x',
]) {
  await attemptLater(line, async () => {
    const program = make();
    const args = line === '' ? [] : line.split(' ');
    await program.parseAsync(args, { from: 'user' });
    return [
      program.opts(),
      program.args,
      Object.fromEntries(Object.keys(program.opts()).map((key) => [key, program.getOptionValueSource(key)])),
    ];
  });
}
process.env.TOOL_CHOICE = 'b';
await attemptLater('env', async () => make().parse(['cp', 'x'], { from: 'user' }).opts());
show('help', make().createHelp().formatHelp(make(), make().createHelp()));
const legacy = new Command()
  .allowExcessArguments()
  .storeOptionsAsProperties()
  .combineFlagAndOptionalValue(false)
  .allowUnknownOption()
  .option('-a, --all')
  .option('--camel-case <x>')
  .argument('[x]');
legacy.parse(['node', 'script', '-a', '--camel-case', '1', '--unknown', 'y']);
show('legacy', [legacy.all, legacy.camelCase, legacy.args, legacy.parseOptions(['-a', 'b', '-z'])]);
for (const flags of ['-x', '--only', '-a --all', '<x>', 'x', '-ab, --all', '--a, --b', '-s, --no-x [y]'])
  await attemptLater(flags, () => {
    const option = new Option(flags);
    return [
      option.name(),
      option.attributeName(),
      option.required,
      option.optional,
      option.negate,
      option.short,
      option.long,
    ];
  });
