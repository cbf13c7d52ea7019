/** `npx tsx test/libraries/write-table.ts [name…]`: runs every library, or those named, and writes `docs/libraries.md`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { firstDifference } from './first-difference.js';
import { libraries, slowLibraries } from './libraries.js';
import { type Library, versionOf } from './library.js';
import { type ProfiledRun, runAlone, runProfiled } from './run-library.js';

const TARGET = fileURLToPath(new URL('../../docs/libraries.md', import.meta.url));
const INTRODUCTION = `# Real libraries, profiled as a whole

\`kernts -p <library>\` on a program that uses much of it (\`test/libraries/programs\`), with every function of the library
profiled. Output is the same when stdout, stderr and exit code are those of the program without kernts, byte for byte;
\`test/libraries\` asserts that. The ratio is the time of the whole process to that of the program alone, once what was
woven lies in the cache; it says how dense the program's lines are, and is never asserted.
`;

/** The first run weaves; the second takes what the first one left. */
async function profiledTwice(library: Library, timing: 'exact' | 'off'): Promise<ProfiledRun> {
  await runProfiled(library, timing);
  return await runProfiled(library, timing);
}

async function rowOf(library: Library): Promise<readonly string[]> {
  const alone = await runAlone(library);
  const exact = await profiledTwice(library, 'exact');
  const off = await profiledTwice(library, 'off');
  const isSame = ({ ended }: ProfiledRun) => (firstDifference(alone.ended, ended) === null ? 'yes' : 'no');
  const ratio = ({ ms }: ProfiledRun) => (ms / alone.ms).toFixed(1);
  const { files, functions, lines, hits } = exact.counts;
  return [
    library.packages.join(', '),
    library.packages.map(versionOf).join(', '),
    ...[files, functions, lines, hits].map((count) => count.toLocaleString('en')),
    `${isSame(exact)} / ${isSame(off)}`,
    `${ratio(exact)} × / ${ratio(off)} ×`,
  ];
}

const COLUMNS = [
  ...['library', 'version', 'files', 'functions', 'lines hit', 'hits'],
  ...['same output, exact / off', 'time, exact / off'],
];
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const names = process.argv.slice(2);
const all = [...libraries, ...slowLibraries].toSorted((a, b) => (a.name < b.name ? -1 : 1));
const rows: (readonly string[])[] = [];
for (const library of all.filter(({ name }) => names.length === 0 || names.includes(name))) {
  rows.push(await rowOf(library));
  process.stderr.write(`${line(rows.at(-1) ?? [])}\n`);
}
const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}`;
const command = ['npx tsx test/libraries/write-table.ts', ...names].join(' ');
const made = `\`${command}\` on ${new Date().toISOString().slice(0, 10)}; ${machine}.`;
const table = [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
writeFileSync(TARGET, `${INTRODUCTION}\n${made}\n\n${table}\n`);
spawnSync(fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url)), ['format', '--write', TARGET]);
