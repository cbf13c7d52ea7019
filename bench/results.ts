/** Writes a scenario's tables as JSON and as Markdown, with what one must know of the machine to judge them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeMajor } from '../test/support/node-majors.js';
import type { Cell, Scenario, Table } from './scenario.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function versionsOf(nodes: readonly NodeMajor[]): string[] {
  return nodes.map(({ path }) => execFileSync(path, ['--version'], { encoding: 'utf8' }).trim());
}

function digits(value: number): string {
  if (!Number.isFinite(value)) return '';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

function text(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return digits(cell);
  return Number.isFinite(cell.median) ? `${digits(cell.median)} (${digits(cell.low)}–${digits(cell.high)})` : '';
}

function markdownTable({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const grid = [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(text)))];
  return [`## ${title}`, '', ...(rows.length > 0 ? [...grid, ''] : []), ...notes.flatMap((note) => [note, ''])].join(
    '\n',
  );
}

/** What the command was told; null where it was not. */
export interface Asked {
  readonly node: string | null;
  readonly rounds: number | null;
}

interface Measured {
  readonly nodes: readonly NodeMajor[];
  readonly tables: readonly Table[];
  readonly startedAt: Date;
}

/** Returns the Markdown. What other Nodes were asked for lies beside what a scenario usually runs on. */
export function writeResults(
  { name, isolates }: Scenario,
  { node, rounds }: Asked,
  { nodes: ran, tables, startedAt }: Measured,
): string {
  const options = [node === null ? '' : `--node ${node} `, rounds === null ? '' : `--rounds ${rounds} `].join('');
  const file = node === null ? name : `${name}-node-${node.replaceAll(',', '-')}`;
  const date = startedAt.toISOString().slice(0, 10);
  const minutes = Math.ceil((Date.now() - startedAt.getTime()) / 60_000);
  const cores = cpus();
  const machine = `${cores.length} cores, ${cores[0]?.model.trim() ?? 'unknown'}, ${process.platform} ${process.arch}`;
  const nodes = versionsOf(ran);
  const markdown = [
    `# ${name}`,
    '',
    `Isolates ${isolates}.`,
    '',
    `\`npx -y pnpm@12 bench ${options}${name}\` on ${date}, in ${minutes} min; ${nodes.join(', ')}; ${machine}.`,
    '',
    ...tables.map(markdownTable),
  ].join('\n');
  const path = (extension: string) => fileURLToPath(new URL(`results/${file}.${extension}`, import.meta.url));
  writeFileSync(path('md'), `${markdown.trimEnd()}\n`);
  writeFileSync(path('json'), JSON.stringify({ name, isolates, date, minutes, nodes, machine, tables }));
  // Committed files are formatted; where that fails, the result is still right.
  spawnSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', path('md'), path('json')], { cwd: root });
  return markdown;
}
