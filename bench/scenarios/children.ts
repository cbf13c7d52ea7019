/**
 * Isolates what kernts adds to each Node process that a program starts and in which nothing is marked: the same process
 * in the session and out of it, started by turns by one program that runs under kernts.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from '../kernts.js';
import type { Cell, Context, Scenario } from '../scenario.js';
import { medianOf, spreadOf } from '../spread.js';

const ROUNDS = 25;
const starter = fileURLToPath(new URL('../programs/start-children.cjs', import.meta.url));

type Node = Context['nodes'][number];

interface Case {
  readonly name: string;
  readonly start: (node: Node) => readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'a script that prints a line', start: ({ path }) => [path, 'line.cjs'] },
  { name: 'an ES module that prints a line', start: ({ path }) => [path, 'line.mjs'] },
  { name: '`npm test` of the script: three processes', start: () => ['npm', 'test'] },
];

/** Per round: out of the session, in it; in ms. */
type Round = readonly [aloneMs: number, inSessionMs: number];

function roundsOf(node: Node, { start }: Case, cwd: string): readonly Round[] {
  const args = [command, '-q', '--', node.path, starter, String(ROUNDS), ...start(node)];
  const env = { ...process.env, NODE_OPTIONS: '', PATH: `${dirname(node.path)}${delimiter}${process.env['PATH']}` };
  const { status, stdout, stderr } = spawnSync(node.path, args, { cwd, env, encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout) as readonly Round[];
  throw new Error(`${args.join(' ')} on ${node.name} ended with ${status} and printed ${stderr}`);
}

function rowOf(node: Node, measured: Case, cwd: string): readonly Cell[] {
  const rounds = roundsOf(node, measured, cwd);
  const alone = rounds.map(([aloneMs]) => aloneMs);
  const added = rounds.map(([aloneMs, inSessionMs]) => inSessionMs - aloneMs);
  return [
    measured.name,
    node.name,
    spreadOf(alone),
    spreadOf(rounds.map(([, inSessionMs]) => inSessionMs)),
    spreadOf(added),
    `${Math.round((medianOf(added) / medianOf(alone)) * 100)} %`,
  ];
}

export const children: Scenario = {
  name: 'children',
  nodes: 'all',
  isolates: 'what kernts adds to each Node process that a program starts and in which nothing is marked',
  async run({ nodes, folder, progress }) {
    writeFileSync(join(folder, 'line.cjs'), 'console.log(1);\n');
    writeFileSync(join(folder, 'line.mjs'), 'console.log(1);\n');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { test: 'node line.cjs' } }));
    const rows = nodes.flatMap((node) =>
      CASES.map((measured) => {
        progress(`${measured.name} on ${node.name}`);
        return rowOf(node, measured, folder);
      }),
    );
    return [
      {
        title: 'Processes in which nothing is marked',
        columns: ['process', 'Node', 'alone, ms', 'under kernts, ms', 'added, ms', 'added'],
        rows,
        notes: [`Medians over ${ROUNDS} rounds; in brackets the middle half of them. Added is of the same round.`],
      },
    ];
  },
};
